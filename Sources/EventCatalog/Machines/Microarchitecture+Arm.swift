extension Microarchitecture {
  /// The cores with Arm's instruction sets.
  static let arm: [MicroarchitectureText] =
    [armCortex, armNeoverse, armOthers, armEarly].map {
      MicroarchitectureText(vendor: "Arm", layout: .arm, text: $0)
    }

  private static let armCortex: String = """
    cortex-a34 "Arm Cortex-A34" cpu=arm-41-d02 kernel=arm64/arm/cortex-a34 arm=cortex-a34
      generic=armv8
    cortex-a35 "Arm Cortex-A35" cpu=arm-41-d04 kernel=arm64/arm/cortex-a35 likwid=a57,arm8
      arm=cortex-a35 generic=armv8-a53
    cortex-a53 "Arm Cortex-A53" cpu=arm-41-d03,arm-42-100 kernel=arm64/arm/cortex-a53 pfm=arm_ac53
      oprofile=arm/armv8-ca53 likwid=a57,arm8 arm=cortex-a53 generic=armv8-a53 also=brahma-b53
    cortex-a55 "Arm Cortex-A55" cpu=arm-41-d05 kernel=arm64/arm/cortex-a55 pfm=arm_ac55
      arm=cortex-a55 generic=armv8
    cortex-a57 "Arm Cortex-A57" cpu=arm-41-d07 kernel=arm64/arm/cortex-a57-a72 pfm=arm_ac57
      oprofile=arm/armv8-ca57 likwid=a57,arm8 arm=cortex-a57 generic=armv8-a57
    cortex-a65 "Arm Cortex-A65" cpu=arm-41-d06 kernel=arm64/arm/cortex-a65-e1 arm=cortex-a65
      generic=armv8
    cortex-a72 "Arm Cortex-A72" cpu=arm-41-d08 kernel=arm64/arm/cortex-a57-a72 pfm=arm_ac72
      oprofile=arm/armv8-ca57 likwid=a57,arm8 arm=cortex-a72 generic=armv8-a57
    cortex-a73 "Arm Cortex-A73" cpu=arm-41-d09 kernel=arm64/arm/cortex-a73 likwid=a57,arm8
      arm=cortex-a73 generic=armv8-a73
    cortex-a75 "Arm Cortex-A75" cpu=arm-41-d0a kernel=arm64/arm/cortex-a75 arm=cortex-a75
      generic=armv8
    cortex-a76 "Arm Cortex-A76" cpu=arm-41-d0b kernel=arm64/arm/cortex-a76 pfm=arm_ac76
      likwid=neon1,arm8_n1 arm=cortex-a76 generic=armv8
    cortex-a77 "Arm Cortex-A77" cpu=arm-41-d0d kernel=arm64/arm/cortex-a77 arm=cortex-a77
      generic=armv8
    cortex-a78 "Arm Cortex-A78" cpu=arm-41-d41/d4b kernel=arm64/arm/cortex-a78
      arm=cortex-a78,cortex-a78c generic=armv8
    cortex-a510 "Arm Cortex-A510" cpu=arm-41-d46 kernel=arm64/arm/cortex-a510 arm=cortex-a510
      generic=armv8
    cortex-a520 "Arm Cortex-A520" cpu=arm-41-d80 kernel=arm64/arm/cortex-a520 arm=cortex-a520
      generic=armv8
    cortex-a710 "Arm Cortex-A710" cpu=arm-41-d47 kernel=arm64/arm/cortex-a710 arm=cortex-a710
      generic=armv8
    cortex-a715 "Arm Cortex-A715" cpu=arm-41-d4d kernel=arm64/arm/cortex-a715 arm=cortex-a715
      generic=armv8
    cortex-a720 "Arm Cortex-A720" cpu=arm-41-d81 kernel=arm64/arm/cortex-a720 arm=cortex-a720
      generic=armv8
    cortex-a725 "Arm Cortex-A725" cpu=arm-41-d87 kernel=arm64/arm/cortex-a725 generic=armv8
    cortex-x1 "Arm Cortex-X1" cpu=arm-41-d44/d4c kernel=arm64/arm/cortex-x1 arm=cortex-x1,cortex-x1c
      generic=armv8
    cortex-x2 "Arm Cortex-X2" cpu=arm-41-d48 kernel=arm64/arm/cortex-x2 arm=cortex-x2 generic=armv8
    cortex-x3 "Arm Cortex-X3" cpu=arm-41-d4e kernel=arm64/arm/cortex-x3 arm=cortex-x3 generic=armv8
    cortex-x4 "Arm Cortex-X4" cpu=arm-41-d82 kernel=arm64/arm/cortex-x4 arm=cortex-x4 generic=armv8
    cortex-x925 "Arm Cortex-X925" cpu=arm-41-d85 kernel=arm64/arm/cortex-x925 generic=armv8
    """

  private static let armNeoverse: String = """
    neoverse-e1 "Arm Neoverse E1" cpu=arm-41-d4a kernel=arm64/arm/cortex-a65-e1 arm=neoverse-e1
      generic=armv8
    neoverse-n1 "Arm Neoverse N1" cpu=arm-41-d0c kernel=arm64/arm/neoverse-n1 pfm=arm_n1
      likwid=neon1,arm8_n1 arm=neoverse-n1 generic=armv8 also=graviton2,ares
    neoverse-n2 "Arm Neoverse N2" cpu=arm-41-d49,arm-6d-d49 kernel=arm64/arm/neoverse-n2-v2
      pfm=arm_n2 likwid=neon2,arm8_n2 arm=neoverse-n2 generic=armv8 also=perseus,cobalt100
    neoverse-n3 "Arm Neoverse N3" cpu=arm-41-d8e kernel=arm64/arm/neoverse-n3 pfm=arm_n3
      arm=neoverse-n3 generic=armv8
    neoverse-v1 "Arm Neoverse V1" cpu=arm-41-d40 kernel=arm64/arm/neoverse-v1 pfm=arm_v1
      likwid=graviton3,arm8_v1 arm=neoverse-v1 generic=armv8 also=zeus
    neoverse-v2 "Arm Neoverse V2" cpu=arm-41-d4f kernel=arm64/arm/neoverse-n2-v2 pfm=arm_v2
      likwid=nvidiagrace,nvidia_grace arm=neoverse-v2 generic=armv8 also=grace,graviton4,demeter
    neoverse-v3 "Arm Neoverse V3" cpu=arm-41-d83/d84 kernel=arm64/arm/neoverse-v3 pfm=arm_v3
      arm=neoverse-v3,neoverse-v3ae generic=armv8
    """

  private static let armOthers: String = """
    thunderx "Cavium ThunderX" vendor=Cavium cpu=arm-43-0a1/0a2/0a3 generic=armv8-thunder
    thunderx2 "Marvell ThunderX2" vendor=Cavium cpu=arm-43-0af,arm-42-516
      kernel=arm64/cavium/thunderx2 pfm=arm_thunderx2 oprofile=arm/armv8-thunderx2
      likwid=cavtx2,arm8_tx2 generic=armv8-vulcan also=vulcan
    a64fx "Fujitsu A64FX" vendor=Fujitsu cpu=arm-46-001 kernel=arm64/fujitsu/a64fx
      pfm=arm_a64fx likwid=a64fx,arm64fx generic=armv8
    monaka "Fujitsu Monaka" vendor=Fujitsu cpu=arm-46-003 kernel=arm64/fujitsu/monaka
      pfm=arm_monaka likwid=fx1000 generic=armv8
    hip08 "HiSilicon Kunpeng 920" vendor=HiSilicon cpu=arm-48-d01
      kernel=arm64/hisilicon/hip08 pfm=arm_kunpeng generic=armv8 also=tsv110,kunpeng920
    hip09 "HiSilicon Kunpeng 930" vendor=HiSilicon cpu=arm-48-d02 pfm=arm_kunpeng09
      generic=armv8
    emag "Ampere eMAG" vendor=Ampere cpu=arm-50-000 kernel=arm64/ampere/emag pfm=arm_xgene
      oprofile=arm/armv8-xgene generic=armv8 also=xgene
    ampereone "AmpereOne" vendor=Ampere cpu=arm-c0-ac3 kernel=arm64/ampere/ampereone
      generic=armv8
    ampereonex "AmpereOneX" vendor=Ampere cpu=arm-c0-ac4 kernel=arm64/ampere/ampereonex
      generic=armv8
    olympus "NVIDIA Olympus" vendor=NVIDIA cpu=arm-4e-010 kernel=arm64/nvidia/t410
      generic=armv8 also=vera
    apple-m1 "Apple M1" vendor=Apple cpu=arm-61-022/023/024/025/028/029 likwid=applem1,apple_m1
      generic=none layout=apple also=firestorm,icestorm
    """

  private static let armEarly: String = """
    arm1176 "Arm 1176" cpu=arm-41-b76 pfm=arm_1176 oprofile=arm/armv6 arm=arm1176jzf-s generic=none
    cortex-a5 "Arm Cortex-A5" cpu=arm-41-c05 oprofile=arm/armv7-ca5 arm=cortex-a5 generic=none
    cortex-a7 "Arm Cortex-A7" cpu=arm-41-c07 pfm=arm_ac7 oprofile=arm/armv7-ca7 likwid=a15,arm7
      arm=cortex-a7 generic=none
    cortex-a8 "Arm Cortex-A8" cpu=arm-41-c08 pfm=arm_ac8 oprofile=arm/armv7 arm=cortex-a8
      generic=none
    cortex-a9 "Arm Cortex-A9" cpu=arm-41-c09 pfm=arm_ac9 oprofile=arm/armv7-ca9 arm=cortex-a9
      generic=none
    cortex-a15 "Arm Cortex-A15" cpu=arm-41-c0f pfm=arm_ac15 oprofile=arm/armv7-ca15 likwid=a15,arm7
      arm=cortex-a15 generic=none
    krait "Qualcomm Krait" vendor=Qualcomm cpu=arm-51-04d/06f pfm=qcom_krait
      oprofile=arm/armv7-krait generic=none
    """
}
