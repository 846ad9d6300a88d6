import CatalogSupport
import EventCatalog

extension EventAlias {
  /// The name with what else is to be known of it.
  var marked: String {
    var notes: [String] = []
    if let fixedCounter { notes.append("fixed counter \(fixedCounter)") }
    if marks.contains(.deprecated) { notes.append("deprecated") }
    if marks.contains(.defaultUnitMask) { notes.append("default unit mask") }
    return notes.isEmpty ? name : "\(name) [\(notes.joined(separator: ", "))]"
  }
}

/// What the kernel is told of an event, without what is zero.
func attributesText(_ event: Event) -> String {
  let attributes = event.attributes
  let words = EventWords(
    config: attributes.config, config1: attributes.config1, config2: attributes.config2,
    config3: attributes.config3, config4: attributes.config4)
  var text = "type=\(attributes.type.rawValue),\(words.text)"
  if let pmu = event.pmu { text = "\(pmu): \(text)" }
  if event.scale != 1 || !event.unit.isEmpty { text += " in \(event.scale) \(event.unit)" }
  if let cpus = event.cpus {
    text += " on CPUs \(cpus.map(String.init).joined(separator: ","))"
  }
  return text
}

/// Breaks a line between words so that the rest starts below its text.
func wrapped(_ line: String, indent: Int, width: Int = 100) -> String {
  var lines: [String] = []
  var current = ""
  for word in line.split(separator: " ", omittingEmptySubsequences: false) {
    if current.count + word.count + 1 > width, current.count > indent {
      lines.append(current)
      current = String(repeating: " ", count: indent) + word
    } else {
      current += (current.isEmpty ? "" : " ") + word
    }
  }
  lines.append(current)
  return lines.joined(separator: "\n") + "\n"
}
