/** How the tools are called whose files tell of machines. */
import type { InventoryKind } from '../contract/inventory.ts'

type Kinds = Record<InventoryKind, string>

const ja: Kinds = {
  intune: 'Intune',
  configmgr: 'Configuration Manager / WSUS',
  'get-hotfix': 'Get-HotFix',
  'computer-info': 'Get-ComputerInfo',
  systeminfo: 'systeminfo',
  'update-history': 'Windows Update の履歴',
  osquery: 'osquery',
  'osquery-patches': 'osquery (patches)',
  table: '一覧 (CSV)',
  script: '確認スクリプト',
}

const en: Kinds = { ...ja, 'update-history': 'Windows Update history', table: 'List (CSV)', script: 'Our script' }

export const inventoryKindWords = { ja, en }
