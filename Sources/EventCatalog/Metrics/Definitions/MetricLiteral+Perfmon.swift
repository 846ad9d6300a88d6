extension MetricLiteral {
  /// Creates the literal for a constant of perfmon's files, or nil if it is unknown.
  ///
  /// A constant that is not known to this package is taken by its own name.
  init?(constantOfPerfmon name: String) {
    switch name {
    case "HYPERTHREADING_ON": self = .smtOn
    case "THREADS_PER_CORE": self = .threadsPerCore
    case "DURATIONTIMEINMILLISECONDS": self = .durationInMilliseconds
    case "SYSTEM_TSC_FREQ": self = .timestampFrequency
    case "SOCKET_COUNT": self = .packages
    case "CHAS_PER_SOCKET": self = .cacheBoxesPerPackage
    case "CORES_PER_SOCKET": self = .coresPerPackage
    // The CPUs of the first package times the number of packages.
    case "system.sockets[0].cpus.count * system.socket_count": self = .onlineCPUs
    default:
      guard !name.isEmpty, name.utf8.allSatisfy(NameCharacters.isOfLiteral) else { return nil }
      self.init(name.lowercased())
    }
  }
}
