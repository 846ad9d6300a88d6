import EventCatalog
import Foundation

/// Formulas evaluated by a small program in Python that shares nothing with the package.
enum PythonEvaluator {
  /// A formula with what it needs to be evaluated.
  struct Question: Encodable {
    var text: String
    var language: String
    var counts: [String: Double]
    var literals: [String: Double]
  }

  /// Whether a program of that name can be started.
  static let isAvailable: Bool = (try? run(program: "pass", input: Data())) != nil

  /// The value of each formula, in order; nil where Python cannot evaluate it.
  static func values(of questions: [Question]) throws -> [Double?] {
    let answer: Data = try run(program: program, input: JSONEncoder().encode(questions))
    let values: [String] = try JSONDecoder().decode([String].self, from: answer)
    return values.map { Double($0) }
  }

  private static func run(program: String, input: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    let (questions, answers): (Pipe, Pipe) = (Pipe(), Pipe())
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
    // Python reads all before it writes.
    try questions.fileHandleForWriting.write(contentsOf: input)
    try questions.fileHandleForWriting.close()
    let data: Data = answers.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return data
  }

  /// Formulas of perf are climbed by precedence after a tokenizer of its own; those of
  /// perfmon are handed to Python itself, whose syntax they have.
  private static let program: String = #"""
    import json, math, re, sys
    sys.setrecursionlimit(20000)
    NUMBER = re.compile(r'(?:[0-9]+\.?[0-9]*|[0-9]*\.[0-9]+)(?:e-?[0-9]+)?')
    WORD = re.compile(r'(?:\\.|[0-9A-Za-z_.:@?]|(?<=[^ ])=)+')
    LITERAL = re.compile(r'#([0-9A-Za-z_.\-]+)')
    NAN = float('nan')

    def integers(f):
        def g(a, b):
            if not (math.isfinite(a) and math.isfinite(b)): return NAN
            a, b = int(a), int(b)
            if abs(a) >= 2**63 or abs(b) >= 2**63: return NAN
            value = f(a, b)
            return NAN if value is None else float(value)
        return g

    OPERATORS = {
        '|': (0, integers(lambda a, b: a | b)), '^': (1, integers(lambda a, b: a ^ b)),
        '&': (2, integers(lambda a, b: a & b)),
        '<': (3, lambda a, b: float(a < b)), '>': (3, lambda a, b: float(a > b)),
        '<=': (3, lambda a, b: float(a <= b)), '>=': (3, lambda a, b: float(a >= b)),
        '+': (4, lambda a, b: a + b), '-': (4, lambda a, b: a - b),
        '*': (5, lambda a, b: a * b), '/': (5, lambda a, b: a / b if b else NAN),
        '%': (5, integers(lambda a, b: (abs(a) % abs(b)) * (-1 if a < 0 else 1) if b else None))}
    CALLS = {
        'min': lambda a, b: a if a < b else b, 'max': lambda a, b: a if a > b else b,
        'd_ratio': lambda a, b: a / b if b else 0.0}

    class Perf:
        def __init__(self, question):
            self.tokens, self.q = self.cut(question['text']), question
            self.place = 0

        def cut(self, text):
            tokens, place = [], 0
            while place < len(text):
                if text[place].isspace(): place += 1; continue
                literal = LITERAL.match(text, place)
                number, word = NUMBER.match(text, place), WORD.match(text, place)
                if literal:
                    tokens.append(('literal', literal.group(1).lower())); place = literal.end()
                elif number and (not word or number.end() >= word.end()):
                    tokens.append(('number', float(number.group()))); place = number.end()
                elif word:
                    t = word.group()
                    tokens.append(('word', t)); place = word.end()
                elif text[place:place + 2] in ('<=', '>='):
                    tokens.append(('sign', text[place:place + 2])); place += 2
                else:
                    tokens.append(('sign', text[place])); place += 1
            return tokens + [('end', None)]

        def take(self):
            self.place += 1
            return self.tokens[self.place - 1]

        def peek(self): return self.tokens[self.place]

        def expect(self, sign):
            if self.take() != ('sign', sign): raise ValueError(sign)

        def condition(self):
            value = self.binary(0)
            if self.peek() != ('word', 'if'): return value
            self.take()
            test = self.binary(0)
            if self.take() != ('word', 'else'): raise ValueError('else')
            other = self.condition()
            return other if test == 0 else value

        def binary(self, least):
            left = self.unary()
            while True:
                kind, sign = self.peek()
                if kind != 'sign' or sign not in OPERATORS: return left
                rank, f = OPERATORS[sign]
                if rank < least: return left
                self.take()
                left = f(left, self.binary(rank + 1))

        def unary(self):
            kind, value = self.take()
            if (kind, value) == ('sign', '-'): return -self.unary()
            if (kind, value) == ('sign', '('):
                inner = self.condition(); self.expect(')'); return inner
            if kind == 'number': return value
            if kind == 'literal': return self.q['literals'][value]
            if kind != 'word': raise ValueError(value)
            if value == 'NaN': return NAN
            if value in CALLS:
                self.expect('('); a = self.condition(); self.expect(','); b = self.condition()
                self.expect(')'); return CALLS[value](a, b)
            if value in ('source_count', 'aggr_nr', 'has_event', 'strcmp_cpuid_str'):
                self.expect('('); name = self.name(self.take()[1]); self.expect(')')
                if value == 'has_event': return float(name in self.q['counts'])
                return 0.0 if value == 'strcmp_cpuid_str' else 1.0
            return self.q['counts'][self.name(value)]

        def name(self, text):
            return re.sub(r'\\(.)|@', lambda m: m.group(1) or '/', text)

        def value(self):
            value = self.condition()
            if self.peek()[0] != 'end': raise ValueError(self.peek())
            return value

    class Count(float):
        def __truediv__(a, b): return Count(float(a) / float(b)) if b else Count(NAN)
        def __rtruediv__(a, b): return Count(b) / a
        def __add__(a, b): return Count(float(a) + float(b))
        __radd__ = lambda a, b: Count(float(b) + float(a))
        def __sub__(a, b): return Count(float(a) - float(b))
        def __rsub__(a, b): return Count(float(b) - float(a))
        def __mul__(a, b): return Count(float(a) * float(b))
        __rmul__ = lambda a, b: Count(float(b) * float(a))
        def __neg__(a): return Count(-float(a))

    def perfmon(q):
        names = {k: Count(v) for k, v in q['counts'].items()}
        names.update({k: (lambda f: lambda *a: Count(f(*map(float, a))))(v) for k, v in CALLS.items()})
        text = re.sub(r'([<>]) +=', r'\1=', q['text']).strip()
        text = re.sub(r'(?<![\w.])(\d[\w.]*)', r'__n(\1)', text)
        names['__n'] = Count
        return eval(text, {}, names)

    def likwid(q):
        text = re.sub(
            r'(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[A-Za-z_][\w:.=]*',
            lambda m: 'Count(%s)' % m.group() if m.group()[0] in '.0123456789'
            else 'counts[%r]' % m.group(), q['text'])
        return eval(text, {'Count': Count}, {'counts': {k: Count(v) for k, v in q['counts'].items()}})

    def postfix(q):
        stack = []
        for word in q['text'].split('|'):
            word = word.strip()
            if word in OPERATORS:
                right = stack.pop(); stack.append(OPERATORS[word][1](stack.pop(), right))
            elif word:
                stack.append(q['counts'][word] if word in q['counts'] else float(word))
        value, = stack
        return value

    KINDS = {'perfmon': perfmon, 'likwid': likwid, 'postfix': postfix,
             'perf': lambda q: Perf(q).value()}
    answers = []
    for q in json.load(sys.stdin):
        try:
            value = float(KINDS[q['language']](q))
            answers.append('nan' if math.isnan(value) else 'inf' if value == math.inf else
                           '-inf' if value == -math.inf else value.hex())
        except (KeyError, ValueError, SyntaxError, NameError, OverflowError) as e:
            answers.append('no value: ' + repr(e))
    json.dump(answers, sys.stdout)
    """#
}

extension Double? {
  /// Whether two values agree to 12 digits; values that are not numbers are equal.
  func agrees(with other: Double?) -> Bool {
    guard let own = self, let other else { return self == nil && other == nil }
    if own.isNaN || other.isNaN { return own.isNaN && other.isNaN }
    return own == other || abs(own - other) <= 1e-12 * Swift.max(abs(own), abs(other))
  }
}
