/** What is wrong with files of inventory tools, and what to do about it, for pages and for programs. */
import type { FileFault, LineFault } from '../contract/inventory.ts'

type InventoryWords = {
  /** Of a line; `value` is what is written there. */
  line: Record<LineFault, (value: string | null) => string>
  file: Record<FileFault, (value: string | null) => string>
}

const written = (value: string | null) => (value === null ? '' : `「${value}」`)

const ja: InventoryWords = {
  line: {
    'no-name': () => '機械の名前がありません。名前の列を含めて書き出してください',
    twice: (value) => `${written(value)}はすでに前の行にあります。1 台につき 1 行にしてください`,
    name: (value) => `${written(value)}は機械の名前として読めません。コンピューター名だけにしてください`,
    build: (value) => `${written(value)}はビルド番号ではありません。10.0.26100.4349 の形で書いてください`,
    date: (value) => `${written(value)}は日時として読めません。2025-06-20 10:00 の形で書いてください`,
    kb: (value) => `${written(value)}は KB 番号ではありません。KB5060842 の形で書いてください`,
    state: (value) =>
      `${written(value)}という状態はわかりません。Configuration Manager または WSUS の状態名で書き出してください`,
    outcome: (value) =>
      `${written(value)}という操作または結果はわかりません。Operation と ResultCode を数値で書き出してください`,
    code: (value) => `${written(value)}は結果コードではありません。0x80240017 または符号付きの数値で書いてください`,
    architecture: (value) =>
      `${written(value)}というアーキテクチャはわかりません。x64、ARM64、32-bit のどれかにしてください`,
    reachable: (value) => `${written(value)}ではなく、yes か no（はい、いいえ）にしてください`,
    roles: () => '役割は 20 個まで、1 個 60 文字までです',
    edition: (value) => `${written(value)}はエディション名として長すぎます`,
    fixes: (value) =>
      value === null
        ? '修正プログラムの一覧がありません。出力が途中で切れていないか確認してください'
        : `修正プログラムの一覧を最後まで読めません (${written(value)})。出力し直してください。ConvertTo-Json には -Depth 3 を付けてください`,
    cells: () => '列の数が見出しと合いません。行が途中で切れていないか確認してください',
    quotes: () => '引用符が閉じていません。CSV で書き出し直してください',
    json: () => 'JSON として読めません。行が途中で切れていないか確認してください',
    value: (value) =>
      `${written(value)}は、この形式では読めません。スナップショットまたは元の出力のまま読み込んでください`,
    'too-many': () => '1 台あたりの件数が多すぎます (上限 5,000)',
  },
  file: {
    'not-known': () => '読み込める形式ではありません。上に挙げた形式で書き出してください',
    broken: (value) =>
      `JSON が壊れているか、途中で切れています${value === null ? '' : ` (${value})`}。書き出し直してください`,
    encoding: () => '文字コードがわかりません。UTF-8、UTF-16、Shift_JIS のどれかで保存してください',
    'too-large': () => '大きすぎます。64 MB、100 万行、10 万台までに分けてください',
    empty: () => '中身がありません。書き出しが終わっているか確認してください',
    archive: () => '圧縮されています。展開してから中のファイルを読み込んでください',
    workbook: () => 'Excel のブックです。CSV で保存してから読み込んでください',
    'no-machine-name': () => 'どの機械のものか書かれていません。下に機械の名前を入れてください',
    'date-order': (value) => `${written(value)}は月と日のどちらが先かわかりません。下で選んでください`,
    'no-machines': () => '機械が 1 台もありません。書き出しの条件を確認してください',
    failed: () => '読み込みに失敗しました。書き出し直しても同じなら、管理者に知らせてください',
  },
}

const quoted = (value: string | null) => (value === null ? 'this' : `"${value}"`)

const en: InventoryWords = {
  line: {
    'no-name': () => 'has no name of a machine: export the column with the names, too',
    twice: (value) => `${quoted(value)} is on a line above: one line for each machine`,
    name: (value) => `${quoted(value)} is no name of a machine: only the computer name`,
    build: (value) => `${quoted(value)} is no build: write it like 10.0.26100.4349`,
    date: (value) => `${quoted(value)} is no day or time: write it like 2025-06-20 10:00`,
    kb: (value) => `${quoted(value)} is no KB number: write it like KB5060842`,
    state: (value) => `${quoted(value)} is no known state: export the state names of Configuration Manager or WSUS`,
    outcome: (value) => `${quoted(value)} is no known operation or result: export Operation and ResultCode as numbers`,
    code: (value) => `${quoted(value)} is no result code: write it like 0x80240017, or as a signed number`,
    architecture: (value) => `${quoted(value)} is no known architecture: one of x64, ARM64 and 32-bit`,
    reachable: (value) => `expected yes or no instead of ${quoted(value)}`,
    roles: () => 'at most 20 roles with 60 characters each',
    edition: (value) => `${quoted(value)} is too long for an edition`,
    fixes: (value) =>
      value === null
        ? 'has no list of fixes: check whether the output was cut off'
        : `has a list of fixes that cannot be read to its end (${quoted(value)}): export it again, with ConvertTo-Json -Depth 3`,
    cells: () => 'has more or fewer cells than the heading: check whether the line was cut off',
    quotes: () => 'has a quotation mark that is not closed: export the CSV again',
    json: () => 'is no JSON: check whether the line was cut off',
    value: (value) => `${quoted(value)} cannot be read in this format: send snapshots, or the output as it was printed`,
    'too-many': () => 'has too much for one machine: at most 5,000',
  },
  file: {
    'not-known': () => 'is none of the formats that are read: export one of those named above',
    broken: (value) => `is broken or cut off${value === null ? '' : ` (${value})`}: export it again`,
    encoding: () => 'is in an unknown encoding: save it as UTF-8, UTF-16 or Shift_JIS',
    'too-large': () => 'is too large: at most 64 MB, a million lines and 100,000 machines in one file',
    empty: () => 'is empty: check whether the export has ended',
    archive: () => 'is compressed: unpack it, and send what is in it',
    workbook: () => 'is an Excel workbook: save it as CSV',
    'no-machine-name': () => 'does not say which machine it is of: enter the name below',
    'date-order': (value) => `does not tell which number of ${quoted(value)} is the month: choose it below`,
    'no-machines': () => 'has no machine in it: check what was exported',
    failed: () => 'could not be read: export it again, and tell an administrator if that does not help',
  },
}

export const inventoryWords = { ja, en }
