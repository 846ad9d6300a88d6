extension AliasIndex {
  /// The entries of a name, and those of the same event under the rules of other tools.
  ///
  /// The rules are about names only: what they lead to is an event of the index with its
  /// own code.
  func relatives(named name: String) -> [Entry] {
    let found: [Entry] = entries(named: name)
    if !found.isEmpty { return found }
    // Older files have the precise form of an event as another event.
    if name.utf8.count > 3, name.suffix(3).lowercased() == "_ps" {
      return entries(named: String(name.dropLast(3)))
    }
    let vendor: String? = ThresholdName(libpfm: name)?.vendorName
    return vendor.map(entries(named:)) ?? []
  }

  /// The name that libpfm4 has for an event of the vendor with a threshold in its name.
  ///
  /// - Parameters:
  ///   - entry: The vendor's name of the event.
  ///   - encoder: What knows the codes of libpfm4's names.
  /// - Returns: The names, one for each PMU of libpfm4, with the code that the library's
  ///   table and the threshold make; none where the library has no such event.
  func thresholdEntries(for entry: Entry, encoder: NativeEncoder) -> [Entry] {
    guard entry.source != .libpfm4, let name = ThresholdName(vendor: entry.plain) else { return [] }
    return entries(named: name.event).filter { $0.source == .libpfm4 }.map { base in
      var made: Entry = base
      made.plain = "\(base.plain):\(name.modifier)=\(name.threshold)"
      made.key = encoder.key(of: made.plain)
      made.marks = []
      return made
    }
  }
}
