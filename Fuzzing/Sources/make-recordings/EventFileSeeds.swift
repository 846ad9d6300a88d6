/// Event files from which fuzzing of their readers starts.
enum EventFileSeeds {
  /// Each text behind the number of the file that it stands for.
  static let all: [(name: String, bytes: [UInt8])] = texts.map { file, text in
    ("\(file).json", [file] + Array(text.utf8))
  }

  private static let texts: [(UInt8, String)] = [
    (0, "id,v,f,t\n# a\nGenuineIntel-6-(4E|[58]E)-[[:xdigit:]]+,v1,skylake,core\n"),
    (
      1,
      #"""
      [{"EventName":"A.B","EventCode":"0x51","UMask":"0x1","CounterMask":"16","Invert":"1",
      "MSRIndex":"0x3F6","MSRValue":"0x80","SampleAfterValue":"100003","Errata":"SKL001",
      "Counter":"0,1,2,3","Unit":"CBO","ScaleUnit":"64Bytes","PerPkg":"1","Deprecated":"1"},
      {"MetricName":"M","MetricExpr":"d_ratio(A.B, cpu@C\\,cmask\\=1@)","MetricGroup":"X;Y"}]
      """#
    ),
    (2, #"{"Mem":"Memory","A\u0041\ud83d\ude00":null}"#),
    (3, #"[{"Unit":"core","CountersNumFixed":"3","CountersNumGeneric":"4"}]"#),
    (4, "a\n0x00000000410fd0c0,v1,arm/n1,core\n"),
    (6, #"[{"ArchStdEvent":"CPU_CYCLES","PublicDescription":"own"}, 1, [[]], "x"]"#),
    (7, "header\nGenuineIntel-6-55-[56789ABCDEF],V1,/SKL/core.json,hybridcore,0x40,0x1,Core\n"),
    (
      8,
      #"""
      {"Header":{"Version":"1"},"Events":[{"EventCode":"0xB7, 0xBB","UMask":"0x01",
      "EventName":"OFFCORE_RESPONSE:request=X:response=Y","MSRIndex":"0x1a6,0x1a7",
      "MSRValue":"0x10001","Counter":"Fixed counter 1","CounterHTOff":"0,1","PEBS":"2",
      "UMaskExt":"0X00","Errata":"null","PDISTCounter":"NA"}]}
      """#
    ),
    (10, #"[{"MATRIX_REQUEST":"R","MATRIX_RESPONSE":"S","MATRIX_VALUE":"0x1"}]"#),
    (
      12,
      #"""
      {"Metrics":[{"MetricName":"M","Events":[{"Name":"A.B:c1:e1","Alias":"a"}],
      "Constants":[{"Name":"1","Alias":"b"}],"Formula":"100 * a if b > = 1 else 0"}]}
      """#
    ),
  ]
}
