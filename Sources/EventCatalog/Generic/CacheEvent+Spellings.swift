extension CacheEvent {
  /// Every name that means the event, the one that perf lists first.
  ///
  /// Words that mean another event by themselves, such as `branch-misses`, are left
  /// out.
  var spellings: [String] {
    var names: [String] = [name]
    let operations: [String] = operation.words.map { "-\($0)" } + (operation == .load ? [""] : [])
    let results: [String] = result.words.map { "-\($0)" } + (result == .access ? [""] : [])
    for cache in cache.words {
      for operation in operations {
        for result in results {
          let name: String = cache + operation + result
          if name != self.name, HardwareEvent(named: name) == nil { names.append(name) }
        }
      }
    }
    return names
  }
}
