import EventCatalog
import Foundation
import TestSupport
import Testing

@Suite(
  "Values of metrics as Python computes them",
  .enabled(if: MetricCorpus.folder != nil, MetricCorpus.reason),
  .enabled(if: PythonEvaluator.isAvailable, "python3 cannot be started"))
struct PythonComparisonTests {
  static let literals: [String: Double] = [
    "smt_on": 1, "core_wide": 0, "num_cpus": 16, "num_cpus_online": 12, "num_cores": 8,
    "num_dies": 2, "num_packages": 2, "slots": 5, "system_tsc_freq": 2.4e9, "target_cpu": 3,
    "has_pmem": 1,
  ]

  /// Made-up counts, among them zeros and equal ones.
  static func counts(_ names: [String], using random: inout SeededGenerator) -> [String: Double] {
    var counts: [String: Double] = [:]
    for name in names {
      let choice: UInt64 = random.next() % 16
      counts[name] =
        choice == 0 ? 0 : choice == 1 ? 1000 : Double(random.next() % 4_000_000_000) / 4
    }
    return counts
  }

  @Test func `formulas and thresholds of the kernel's files`() throws {
    var texts: Set<String> = []
    for metrics in MetricCorpus.kernelFolders.values {
      for metric in metrics { texts.formUnion([metric.formula, metric.threshold]) }
    }
    for table in MetricCorpus.goldenTables {
      for row in try MetricCorpus.goldenRows(table.path) {
        texts.formUnion([row.formula, row.threshold])
      }
    }
    try compare(texts.filter { !$0.isEmpty }.sorted(), seed: 6)
  }

  private func compare(_ texts: [String], seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var environment = MetricEnvironment(
      Dictionary(uniqueKeysWithValues: Self.literals.map { (MetricLiteral($0), $1) }))
    environment.cpu = .other("")
    var questions: [PythonEvaluator.Question] = []
    var own: [Double?] = []
    for text in texts {
      for _ in 0..<4 {
        let expression = try MetricExpression(parsing: text)
        let counts: [String: Double] = Self.counts(expression.names, using: &random)
        questions.append(
          .init(text: text, language: "perf", counts: counts, literals: Self.literals))
        own.append(try expression.evaluate(counts: counts, in: environment))
      }
    }
    let values: [Double?] = try PythonEvaluator.values(of: questions)
    try #require(values.count == own.count)
    for (index, question) in questions.enumerated() {
      #expect(own[index].agrees(with: values[index]), "\(question.text)")
    }
    #expect(!texts.isEmpty)
  }

  @Test(.enabled(if: !MetricCorpus.perfmonFiles.isEmpty, "no metrics of perfmon are given"))
  func `formulas of perfmon's files with their operands`() throws {
    var random = SeededGenerator(seed: 7)
    var questions: [PythonEvaluator.Question] = []
    var own: [Double?] = []
    for metric in MetricCorpus.perfmonMetrics {
      let definition: MetricDefinition = metric.definition
      let expression: MetricExpression = try definition.expression()
      let environment = MetricEnvironment([
        .smtOn: 1, .threadsPerCore: 2, .durationInMilliseconds: 1500, .timestampFrequency: 2.4e9,
        .onlineCPUs: 16, .packages: 2, .cacheBoxesPerPackage: 24, .coresPerPackage: 8,
      ])
      for _ in 0..<4 {
        let counts: [String: Double] = Self.counts(expression.names, using: &random)
        var named: [String: Double] = [:]
        for operand in definition.operands {
          named[operand.alias] =
            operand.isConstant
            ? try value(of: operand, in: environment) : counts[operand.value]
        }
        questions.append(
          .init(text: definition.formula, language: "perfmon", counts: named, literals: [:]))
        own.append(try expression.evaluate(counts: counts, in: environment))
      }
    }
    let values: [Double?] = try PythonEvaluator.values(of: questions)
    try #require(values.count == own.count)
    for (index, question) in questions.enumerated() {
      #expect(own[index].agrees(with: values[index]), "\(question.text)")
    }
    #expect(!questions.isEmpty)
  }

  @Test(.enabled(if: !MetricCorpus.perfmonFiles.isEmpty, "no metrics of perfmon are given"))
  func `thresholds of perfmon's files`() throws {
    let texts: [String] = MetricCorpus.perfmonMetrics.compactMap(\.threshold?.formula)
    try compare(Set(texts).filter { !$0.isEmpty }.sorted(), seed: 8)
  }
}

extension PythonComparisonTests {
  @Test(.enabled(if: !MetricCorpus.presetFormulas.isEmpty, "no presets of PAPI are given"))
  func `formulas of presets`() throws {
    try compare(MetricCorpus.presetFormulas, in: .postfix)
  }

  @Test(.enabled(if: !MetricCorpus.groupFormulas.isEmpty, "no groups of LIKWID are given"))
  func `formulas of groups`() throws {
    try compare(MetricCorpus.groupFormulas, in: .likwid)
  }

  private func compare(_ texts: [String], in language: FormulaLanguage) throws {
    var random = SeededGenerator(seed: 9)
    let environment = MetricEnvironment([.durationInSeconds: 1.5, .secondsPerCycle: 1 / 2.4e9])
    var questions: [PythonEvaluator.Question] = []
    var own: [Double?] = []
    for text in Set(texts).sorted() {
      // Some groups lack a parenthesis, of which Python makes nothing either.
      let expression: MetricExpression? = try? .init(parsing: text, language: language)
      var counts: [String: Double] = Self.counts(expression?.names ?? [], using: &random)
      own.append(try expression?.evaluate(counts: counts, in: environment))
      counts["time"] = environment[.durationInSeconds]
      counts["inverseClock"] = environment[.secondsPerCycle]
      questions.append(.init(text: text, language: "\(language)", counts: counts, literals: [:]))
    }
    let values: [Double?] = try PythonEvaluator.values(of: questions)
    try #require(values.count == own.count)
    for (index, question) in questions.enumerated() {
      #expect(own[index].agrees(with: values[index]), "\(question.text)")
    }
  }
}

/// The value of a constant, found by its name in perfmon's files.
private func value(
  of constant: MetricDefinition.Operand, in environment: MetricEnvironment
) throws -> Double {
  let literals: [String: MetricLiteral] = [
    "HYPERTHREADING_ON": .smtOn, "THREADS_PER_CORE": .threadsPerCore,
    "DURATIONTIMEINMILLISECONDS": .durationInMilliseconds,
    "SYSTEM_TSC_FREQ": .timestampFrequency,
    "system.sockets[0].cpus.count * system.socket_count": .onlineCPUs,
    "SOCKET_COUNT": .packages, "CHAS_PER_SOCKET": .cacheBoxesPerPackage,
    "CORES_PER_SOCKET": .coresPerPackage,
  ]
  if let number = Double(constant.value) { return number }
  let literal: MetricLiteral = try #require(literals[constant.value])
  return try #require(environment[literal])
}
