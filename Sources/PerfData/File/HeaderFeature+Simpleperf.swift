extension HeaderFeature {
  /// The files that samples hit, from older versions of Android's recorder.
  ///
  /// The corresponding C constant is `FEAT_FILE`.
  public static let simpleperfFiles: HeaderFeature = HeaderFeature(rawValue: 128)

  /// Keys and values about the recording, from Android's recorder.
  ///
  /// The corresponding C constant is `FEAT_META_INFO`.
  public static let simpleperfInformation: HeaderFeature = HeaderFeature(rawValue: 129)

  /// The files with debugging information, from Android's recorder.
  ///
  /// The corresponding C constant is `FEAT_DEBUG_UNWIND`.
  public static let simpleperfUnwoundFiles: HeaderFeature = HeaderFeature(rawValue: 130)

  /// The contents of the files with debugging information, one behind the other.
  ///
  /// The corresponding C constant is `FEAT_DEBUG_UNWIND_FILE`.
  public static let simpleperfUnwoundContents: HeaderFeature = HeaderFeature(rawValue: 131)

  /// The files that samples hit, from Android's recorder.
  ///
  /// The corresponding C constant is `FEAT_FILE2`.
  public static let simpleperfFiles2: HeaderFeature = HeaderFeature(rawValue: 132)

  /// The branches of an instruction trace, from Android's recorder.
  ///
  /// The corresponding C constant is `FEAT_ETM_BRANCH_LIST`.
  public static let simpleperfBranchList: HeaderFeature = HeaderFeature(rawValue: 133)
}
