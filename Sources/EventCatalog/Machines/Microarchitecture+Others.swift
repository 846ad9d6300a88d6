extension Microarchitecture {
  /// The cores of POWER, s390 and RISC-V machines.
  static let others: [MicroarchitectureText] = [
    MicroarchitectureText(vendor: "IBM", layout: .power, text: power),
    MicroarchitectureText(vendor: "IBM", layout: .s390, text: s390),
    MicroarchitectureText(vendor: "RISC-V", layout: .riscv, text: riscv),
  ]

  private static let power: String = """
    ppc970 "IBM PowerPC 970" cpu=power-0039/003c pfm=ppc970 oprofile=ppc64/970 generic=none
    ppc970mp "IBM PowerPC 970MP" cpu=power-0044 pfm=ppc970mp oprofile=ppc64/970MP generic=none
    power4 "IBM POWER4" cpu=power-0035/0038 pfm=power4 oprofile=ppc64/power4 generic=none
    power5 "IBM POWER5" cpu=power-003a pfm=power5 oprofile=ppc64/power5 generic=none
    power5+ "IBM POWER5+" cpu=power-003b pfm=power5p oprofile=ppc64/power5+,ppc64/power5++
      generic=none
    power6 "IBM POWER6" cpu=power-003e pfm=power6 oprofile=ppc64/power6 generic=none
    power7 "IBM POWER7" cpu=power-003f/004a pfm=power7 oprofile=ppc64/power7 generic=none
    power8 "IBM POWER8" cpu=power-004b/004c/004d/0066 kernel=powerpc/power8 pfm=power8
      oprofile=ppc64/power8 likwid=power8 generic=none
    power9 "IBM POWER9" cpu=power-004e kernel=powerpc/power9 pfm=power9
      oprofile=ppc64/power9 likwid=power9 generic=none
    power10 "IBM POWER10 and Power11" cpu=power-0080/0082 kernel=powerpc/power10 pfm=power10
      generic=none
    """

  private static let s390: String = """
    z10 "IBM z10" cpu=s390-2097/2098 kernel=s390/cf_z10 oprofile=s390/z10 generic=none
    z196 "IBM z196 and z114" cpu=s390-2817/2818 kernel=s390/cf_z196 oprofile=s390/z196
      generic=none
    zec12 "IBM zEC12 and zBC12" cpu=s390-2827/2828 kernel=s390/cf_zec12 oprofile=s390/zEC12
      generic=none
    z13 "IBM z13" cpu=s390-2964/2965 kernel=s390/cf_z13 oprofile=s390/z13 generic=none
    z14 "IBM z14" cpu=s390-3906/3907 kernel=s390/cf_z14 generic=none
    z15 "IBM z15" cpu=s390-8561/8562 kernel=s390/cf_z15 generic=none
    z16 "IBM z16" cpu=s390-3931/3932 kernel=s390/cf_z16 generic=none
    z17 "IBM z17" cpu=s390-9175/9176 kernel=s390/cf_z17 generic=none
    """

  private static let riscv: String = """
    sifive-u74 "SiFive U74" vendor=SiFive cpu=riscv-489-8000000000000007
      kernel=riscv/sifive/u74,riscv/sifive/bullet generic=none also=bullet
    sifive-p550 "SiFive P550" vendor=SiFive cpu=riscv-489-8000000000000008
      kernel=riscv/sifive/p550 generic=none
    c900 "T-Head C900" vendor=T-Head cpu=riscv-5b7-0 kernel=riscv/thead/c900-legacy
      generic=none also=c906,c910
    dubhe "StarFive Dubhe" vendor=StarFive
      cpu=riscv-67e-80000000db000080/80000000db000090 kernel=riscv/starfive/dubhe-80
      generic=none also=dubhe-80,dubhe-90
    ax45 "Andes AX45" vendor=Andes cpu=riscv-31e-8000000000008a45 kernel=riscv/andes/ax45
      generic=none
    """
}
