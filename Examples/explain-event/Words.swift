import CatalogSupport
import EventCatalog
import PerfEvent

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

/// Breaks a text between words so that no line with its margin is wider than a screen.
func wrapped(_ text: String, margin: Int, width: Int = 100) -> [String] {
  var lines: [String] = []
  var current = ""
  for word in text.split(separator: " ") {
    if !current.isEmpty, margin + current.count + word.count + 1 > width {
      lines.append(current)
      current = ""
    }
    current += (current.isEmpty ? "" : " ") + word
  }
  return lines + [current]
}
