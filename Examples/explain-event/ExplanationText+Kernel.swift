import CatalogSupport
import EventCatalog

extension ExplanationText {
  /// Adds where sources contradict each other, and what is taken.
  mutating func addContradictions() {
    for contradiction in explanation.contradictions.prefix(2) {
      let meanings: [String] = contradiction.meanings.prefix(4).map { meaning in
        let source: String = meaning.provenance.source.rawValue
        return "\(source) \(meaning.name) is \(meaning.words?.text ?? "")"
      }
      let source: String = contradiction.meanings.first?.provenance.source.rawValue ?? ""
      let reason: String =
        switch contradiction.decision {
        case .order: "\(source) is taken, which is asked before the others"
        case .spelling: "\(source) is taken, which spells the name so"
        case .refused: "none is taken: name the tool, the code or another spelling"
        }
      add("differs", "\(meanings.joined(separator: "; ")); \(reason)", lines: 4)
    }
  }

  /// Adds the fields of a tracepoint and how to filter by them.
  mutating func addFields() {
    guard let format = explanation.tracepoint else { return }
    let own: [TracepointField] = format.fields.filter { !$0.isCommon }
    let width: Int = own.prefix(limits.parts).map(\.name.count).max() ?? 0
    for field in own.prefix(limits.parts) {
      let gap = String(repeating: " ", count: max(0, width - field.name.count))
      add("fields", "\(field.name)\(gap)  \(description(of: field))", lines: 1)
    }
    if own.count > limits.parts { add("fields", "and \(own.count - limits.parts) more") }
    let common: [String] = format.fields.filter(\.isCommon).map(\.name)
    if !common.isEmpty {
      add("fields", "of every tracepoint: \(common.joined(separator: ", "))", lines: 2)
    }
    add("filter", filterText(own), lines: 3)
  }

  private func description(of field: TracepointField) -> String {
    let size: String = "\(field.size) \(field.size == 1 ? "byte" : "bytes")"
    let isText: Bool = field.type.contains("char") && field.type.contains("[")
    let kind: String = isText ? "text" : field.isSigned ? "signed" : "unsigned"
    return "\(field.type), \(size), \(kind)"
  }

  /// An example with a field of the tracepoint, and the operators.
  private func filterText(_ fields: [TracepointField]) -> String {
    guard let field = fields.first(where: { !$0.type.contains("[") }) ?? fields.first else {
      return ""
    }
    let name: String = explanation.name.split(separator: "/").first.map(String.init) ?? ""
    let comparison: String =
      field.type.contains("[") ? "\(field.name) ~ \"a*\"" : "\(field.name) == 1"
    return "\(name)/filter='\(comparison)'/, of numbers also != < <= > >= &, of texts == != ~, "
      + "joined by && and ||, turned by !"
  }
}
