import Testing

@testable import EventCatalog

@Suite("Names that stand for several PMUs")
struct PMUNamePatternTests {
  private static let names: [String] = [
    "hisi_sccl1_ddrc0", "hisi_sccl1_ddrc12", "hisi_sccl1_hha0", "hisi_sccl3_ddrc",
    "hisi_sicl1_cpa0", "my_hisi_sccl1_ddrc0", "hisi_sccl1_ddrcx",
  ]

  @Test(arguments: [
    ("hisi_sccl,ddrc", ["hisi_sccl1_ddrc0", "hisi_sccl1_ddrc12", "hisi_sccl3_ddrc"]),
    ("hisi_sccl,hha", ["hisi_sccl1_hha0"]), ("hisi_sicl,cpa", ["hisi_sicl1_cpa0"]),
    ("hisi_sccl,l3c", []), ("ddrc,hisi_sccl", []), (",", []),
  ])
  func `tokens between commas stand in the name in their order`(
    text: String, expected: [String]
  ) {
    #expect(PMUNamePattern(text: text).matches(among: Self.names) == expected)
  }
}
