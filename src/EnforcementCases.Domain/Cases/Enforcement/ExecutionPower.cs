using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>Who executes a decision (强制执行主体).</summary>
public enum ExecutionRoute
{
    /// <summary>申请人民法院强制执行, the default.</summary>
    Court,

    /// <summary>The organ itself, because a law gives it the power (法律规定行政机关强制执行).</summary>
    Organ,
}

/// <summary>The law that allows the organ to execute a decision itself.</summary>
/// <param name="Basis">Citation of that law.</param>
/// <param name="Level">Rank of that instrument; only 法律 is sufficient.</param>
public sealed record ExecutionPowerBasis(LegalBasis Basis, InstrumentLevel Level);

/// <summary>Only a law gives an organ the power to execute; everybody else asks the court (强制执行权). 行政强制法 第十三条.</summary>
public static class ExecutionPower
{
    /// <summary>The organ has no power to execute.</summary>
    public static readonly DomainError None = new(
        "execution-power.none",
        "ACL-13",
        ErrorKind.RuleBroken,
        "法律没有规定行政机关强制执行的，应当申请人民法院强制执行",
        CoercionLaw.At("第十三条第二款")
    );

    /// <summary>The power rests on an instrument lower than a law.</summary>
    public static readonly DomainError NotByLaw = new(
        "execution-power.not-by-law",
        "ACL-13",
        ErrorKind.RuleBroken,
        "行政强制执行由法律设定",
        CoercionLaw.At("第十三条第一款")
    );

    /// <summary>A power is named that the catalogue does not give in the matter.</summary>
    public static readonly DomainError NotOfMatter = new(
        "execution-power.not-of-matter",
        "ACL-13",
        ErrorKind.RuleBroken,
        "强制执行权以权责目录中该事项的法律规定为准，不由办理人填写",
        CoercionLaw.At("第十三条第二款")
    );

    /// <summary>Who executes.</summary>
    /// <param name="power">The power in the matter's catalogue entry; null if none, the default for streets.</param>
    /// <exception cref="DomainException"><see cref="NotByLaw"/>.</exception>
    public static ExecutionRoute RouteOf(ExecutionPowerBasis? power) =>
        power is null ? ExecutionRoute.Court
        : power.Level is InstrumentLevel.Law ? ExecutionRoute.Organ
        : throw NotByLaw.With($"{power.Basis} 不是法律");

    /// <summary>Refuses an execution by the organ without a law.</summary>
    /// <exception cref="DomainException"><see cref="None"/> or <see cref="NotByLaw"/>.</exception>
    public static void EnsureOrganMayExecute(ExecutionPowerBasis? power)
    {
        if (RouteOf(power) is ExecutionRoute.Court)
            throw None.With("该事项没有法律规定的强制执行权", "申请人民法院强制执行");
    }
}
