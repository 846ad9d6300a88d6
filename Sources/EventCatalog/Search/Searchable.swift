/// What a search can find by its names and descriptions.
protocol Searchable {
  var searchedNames: [String] { get }
  /// The short texts about the item, such as its topic.
  var searchedBriefs: [String] { get }
  var details: String { get }
}

extension EventDefinition: Searchable {
  var searchedNames: [String] { [name] + otherNames }
  var searchedBriefs: [String] { [topic, brief] }
}

extension MetricDefinition: Searchable {
  var searchedNames: [String] { [name] }
  var searchedBriefs: [String] { groups + [brief] }
}
