import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const WORDS = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'query',
  'passage',
  ':',
  'duinpost',
  'vuurtoren',
  'zee',
  'rum',
] as const
/** Where a word lies; what goes in front of texts and marks lies nowhere. */
const PLACES: Readonly<Record<string, readonly number[]>> = {
  duinpost: [1, 0, 0],
  vuurtoren: [0.9, 0.1, 0],
  zee: [0, 1, 0],
  rum: [0, 0, 1],
}

/**
 * Writes the smallest model there is: a table of word vectors as an ONNX graph, with the files that go with it.
 *
 * @param name of the folder, which decides about prefixes
 */
export function tinyModel(name: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'vraagbaak-onnx-')), name)
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  const json = (file: string, value: object) => writeFileSync(join(folder, file), JSON.stringify(value))
  json('config.json', {
    model_type: 'bert',
    architectures: ['BertModel'],
    hidden_size: 3,
    vocab_size: WORDS.length,
  })
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 64,
    pad_token: '[PAD]',
  })
  json('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: WORDS.slice(0, 4).map((content, id) => ({
      id,
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: {
      type: 'BertNormalizer',
      lowercase: true,
      strip_accents: null,
      clean_text: true,
      handle_chinese_chars: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    },
  })
  writeFileSync(join(folder, 'onnx', 'model.onnx'), graph())
  return folder
}

/** `last_hidden_state = Gather(table, input_ids)` as an ONNX model, version 8 of the format, operators of version 13. */
function graph(): Buffer {
  const table = Buffer.from(Float32Array.from(WORDS.flatMap((word) => PLACES[word] ?? [0, 0, 0])).buffer)
  const initializer = message(
    number(1, WORDS.length),
    number(1, 3),
    number(2, FLOAT),
    text(8, 'table'),
    bytes(9, table),
  )
  const node = message(
    text(1, 'table'),
    text(1, 'input_ids'),
    text(2, 'last_hidden_state'),
    text(4, 'Gather'),
  )
  const whole = message(
    bytes(1, node),
    text(2, 'tiny'),
    bytes(5, initializer),
    bytes(11, value('input_ids', INT64, ['batch', 'length'])),
    bytes(11, value('attention_mask', INT64, ['batch', 'length'])),
    bytes(12, value('last_hidden_state', FLOAT, ['batch', 'length', 3])),
  )
  return message(number(1, 8), bytes(7, whole), bytes(8, message(text(1, ''), number(2, 13))))
}

const FLOAT = 1
const INT64 = 7

function value(name: string, type: number, shape: readonly (string | number)[]): Buffer {
  const dimensions = shape.map((size) =>
    bytes(1, message(typeof size === 'number' ? number(1, size) : text(2, size))),
  )
  const tensor = message(number(1, type), bytes(2, message(...dimensions)))
  return message(text(1, name), bytes(2, message(bytes(1, tensor))))
}

/** Protocol buffers, as far as the above needs them. */
function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields)
}

function number(field: number, of: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(of)])
}

function bytes(field: number, of: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(of.length), of])
}

function text(field: number, of: string): Buffer {
  return bytes(field, Buffer.from(of))
}

function varint(of: number): Buffer {
  const out: number[] = []
  for (let rest = of; ; rest >>>= 7) {
    if (rest < 128) return Buffer.from([...out, rest])
    out.push((rest & 127) | 128)
  }
}
