import Testing

@Suite(
  "The given event files", .enabled(if: EventFolders.root != nil, EventFolders.reason))
struct GivenDataTests {
  /// Tests that run over the files would pass over none of them without a word.
  @Test func `are found by the tests that run over them`() {
    #expect(!EventFolders.kernelTrees.isEmpty)
    #expect(!EventFolders.perfmonFolders.isEmpty)
    #expect(!EventFolders.files("events_", ".tsv").isEmpty)
    #expect(!PerfmonLibpfmTests.pairs.isEmpty)
    #expect(!EventFolders.files("metrics_", ".tsv").isEmpty)
    #expect(!EventFolders.files("mapfile_cases_", ".csv").isEmpty)
    #expect(!SampleTrees.tables.isEmpty)
    #expect(!MetricCorpus.goldenTables.isEmpty)
    #expect(!MetricCorpus.perfmonFiles.isEmpty)
    #expect(!GivenToolFiles.papiFiles.isEmpty)
  }
}
