import CPeers
import EventCatalog

/// The tables of libpfm4, listed and encoded.
enum LibpfmTables {
  static let listingName = "catalog: libpfm4 enumeration"
  static let encodingName = "catalog: libpfm4 table of a core PMU"
  private static let core = "skl"

  static var suites: [Suite] {
    [
      Suite(name: listingName, make: makeListing), Suite(name: encodingName, make: makeTable),
    ]
  }

  /// Every attribute of every event of every PMU.
  static func makeListing(_: Inputs) throws -> Benchmark {
    let catalog = try LibpfmCatalog()
    let sums = ListingSums(peer_list_tables())
    let peer: Contender = .work("C loop", expecting: sums) { ListingSums(peer_list_tables()) }
    return Benchmark(
      name: listingName,
      unit: .millisecond,
      races: [
        Race(
          ours: .work("LibpfmCatalog.forEachEntry", expecting: sums) {
            var sums = ListingSums(pmus: UInt64(catalog.pmus.count))
            catalog.forEachEntry { _, entry in sums.add(entry) }
            return sums
          },
          peer: peer, limit: .atMost(1.1)),
        Race(
          ours: .work("LibpfmCatalog.entries(of:)", expecting: sums) {
            var sums = ListingSums(pmus: UInt64(catalog.pmus.count))
            for pmu in catalog.pmus {
              for entry in catalog.entries(of: pmu) { sums.add(entry) }
            }
            return sums
          },
          peer: peer, limit: .atMost(1.1)),
      ])
  }

  /// The definitions of all events of a core PMU, with their encodings and texts.
  static func makeTable(_: Inputs) throws -> Benchmark {
    let source = try LibpfmSource()
    let sum: UInt64 = peer_encode_table(core)
    return Benchmark(
      name: encodingName,
      unit: .millisecond,
      races: [
        Race(
          ours: .work("LibpfmSource.table(named:)", expecting: sum) {
            try source.table(named: core).events.reduce(0) { sum, event in
              sum &+ (event.words?.config ?? 0) &+ (event.words?.config1 ?? 0)
            }
          },
          peer: .work("C loop, codes only", expecting: sum) { peer_encode_table(core) },
          limit: .cost(20))
      ])
  }
}

/// What a listing comes to.
private struct ListingSums: Equatable {
  var pmus: UInt64
  var events: UInt64 = 0
  var attributes: UInt64 = 0
  var codes: UInt64 = 0

  init(pmus: UInt64) {
    self.pmus = pmus
  }

  init(_ listing: peer_listing) {
    pmus = listing.pmus
    events = listing.events
    attributes = listing.attributes
    codes = listing.codes
  }

  mutating func add(_ entry: LibpfmEntry) {
    events += 1
    attributes += UInt64(entry.attributes.count)
    codes &+= entry.event.code
    for attribute in entry.attributes { codes &+= attribute.code }
  }
}
