/// An event of a cache: which one, what is done, and whether it was there.
///
/// The corresponding C types are `perf_hw_cache_id`, `perf_hw_cache_op_id` and
/// `perf_hw_cache_op_result_id`.
struct CacheEvent: Hashable {
  var cache: Cache
  var operation: Operation
  var result: Result

  enum Cache: UInt64, CaseIterable {
    case level1Data = 0
    case level1Instructions = 1
    case lastLevel = 2
    case dataTranslation = 3
    case instructionTranslation = 4
    case branches = 5
    case node = 6
  }

  enum Operation: UInt64, CaseIterable {
    case load = 0
    case store = 1
    case prefetch = 2
  }

  enum Result: UInt64, CaseIterable {
    case access = 0
    case miss = 1
  }

  var config: UInt64 {
    cache.rawValue | operation.rawValue << 8 | result.rawValue << 16
  }

  /// The name under which perf lists the event.
  var name: String {
    switch result {
    case .access: "\(cache.words[0])-\(operation.words[1])"
    case .miss: "\(cache.words[0])-\(operation.words[0])-misses"
    }
  }

  /// Every event that can exist, accesses before misses.
  static let all: [CacheEvent] = Cache.allCases.flatMap { cache in
    Operation.allCases.filter(cache.operations.contains).flatMap { operation in
      Result.allCases.map { CacheEvent(cache: cache, operation: operation, result: $0) }
    }
  }
}

extension CacheEvent.Cache {
  /// The words for the cache, the one that perf lists first.
  var words: [String] {
    switch self {
    case .level1Data: ["L1-dcache", "l1-d", "l1d", "L1-data"]
    case .level1Instructions: ["L1-icache", "l1-i", "l1i", "L1-instruction"]
    case .lastLevel: ["LLC", "L2"]
    case .dataTranslation: ["dTLB", "d-tlb", "Data-TLB"]
    case .instructionTranslation: ["iTLB", "i-tlb", "Instruction-TLB"]
    case .branches: ["branch", "branches", "bpu", "btb", "bpc"]
    case .node: ["node"]
    }
  }

  /// What the cache can be asked for; the rest makes no sense.
  var operations: [CacheEvent.Operation] {
    switch self {
    case .level1Data, .lastLevel, .dataTranslation, .node: [.load, .store, .prefetch]
    case .level1Instructions: [.load, .prefetch]
    case .instructionTranslation, .branches: [.load]
    }
  }
}

extension CacheEvent.Operation {
  /// The words for the operation, the singular and the plural first.
  var words: [String] {
    switch self {
    case .load: ["load", "loads", "read"]
    case .store: ["store", "stores", "write"]
    case .prefetch: ["prefetch", "prefetches", "speculative-read", "speculative-load"]
    }
  }
}

extension CacheEvent.Result {
  var words: [String] {
    switch self {
    case .access: ["refs", "Reference", "ops", "access"]
    case .miss: ["misses", "miss"]
    }
  }
}
