internal import CTraceEvent
internal import PerfData

extension TracepointPrinter {
  /// Adds symbols of the kernel, by which addresses of functions get names.
  ///
  /// Newer recordings have none. Those of the running kernel are in the file
  /// `/proc/kallsyms`, where only a privileged reader sees addresses; they fit a
  /// recording of the same boot. Symbols without an address are left out.
  ///
  /// - Parameter text: Lines of an address, a letter for the kind, a name and a module.
  public mutating func addKernelSymbols(_ text: String) {
    guard let tep = unsafe tep, !text.isEmpty else { return }
    var symbols: [UInt64: KernelSymbolLine] = [:]
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let symbol = KernelSymbolLine(line), symbol.address != 0 else { continue }
      if let present = symbols[symbol.address], !symbol.isBetter(than: present) { continue }
      symbols[symbol.address] = symbol
    }
    for symbol in symbols.values {
      var name = Array(symbol.name.utf8CString)
      var module = Array(symbol.module.utf8CString)
      _ = unsafe name.withUnsafeMutableBufferPointer { name in
        unsafe module.withUnsafeMutableBufferPointer { module in
          unsafe tep_register_function(
            tep, name.baseAddress, symbol.address,
            module.count > 1 ? module.baseAddress : nil)
        }
      }
    }
  }

  /// Registers the texts that print formats name by their address.
  mutating func registerPrintkFormats() {
    guard let tep = unsafe tep else { return }
    for line in data.printkFormats.split(separator: "\n") {
      // A line is an address, a colon between spaces, and text in quotes.
      guard line.hasPrefix("0x"), let space = line.firstIndex(of: " "),
        let address = UInt64(line[..<space].dropFirst(2), radix: 16),
        let colon = line.firstIndex(of: ":")
      else { continue }
      let text = line[line.index(after: colon)...].drop { $0 == " " }
      guard !text.isEmpty else { continue }
      _ = unsafe tep_register_print_string(tep, String(text), address)
    }
  }
}

/// A line of the kernel's list of symbols.
private struct KernelSymbolLine {
  let address: UInt64
  let isGlobal: Bool
  let name: String
  let module: String

  init?(_ line: Substring.UTF8View) {
    let parts = line.split(maxSplits: 3) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    // Functions, weak functions and data.
    guard parts.count >= 3, let kind = parts[1].first, "tTwWdDbB".utf8.contains(kind),
      let address = UInt64(Substring(parts[0]), radix: 16)
    else { return nil }
    self.address = address
    self.isGlobal = "TDB".utf8.contains(kind)
    self.name = String(Substring(parts[2]))
    let module = parts.count > 3 ? String(Substring(parts[3])) : ""
    self.module = module.filter { $0 != "[" && $0 != "]" }
  }

  /// Of several names for an address, the global one that looks least internal is taken.
  func isBetter(than other: KernelSymbolLine) -> Bool {
    if isGlobal != other.isGlobal { return isGlobal }
    let own = name.utf8.prefix { $0 == UInt8(ascii: "_") }.count
    let others = other.name.utf8.prefix { $0 == UInt8(ascii: "_") }.count
    if own != others { return own < others }
    return name.utf8.count > other.name.utf8.count
  }
}
