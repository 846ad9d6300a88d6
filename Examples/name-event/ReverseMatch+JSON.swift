import CatalogSupport
import CommandLineSupport
import EventCatalog

extension JSONWriter {
  /// Writes a name of a code as one object whose members are always the same.
  mutating func value(_ match: ReverseMatch, of code: String, on design: Microarchitecture) {
    beginObject()
    member("code", code)
    member("name", match.name)
    member("exact", match.isExact)
    member("leftover", match.leftover)
    member("unit", match.unit.name)
    member("source", match.source.rawValue)
    member("version", match.provenance?.version)
    member("location", match.provenance?.location)
    member("microarchitecture", design.name)
    member("deprecated", match.marks.contains(.deprecated))
    endObject()
  }
}
