using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Personnel;

/// <summary>Kind of certificate (证件种类): the municipal one, or one of a national department filed with the legal office.</summary>
[StatutoryRule("CERT-TJ")]
public enum CertificateKind
{
    /// <summary>市级.</summary>
    Municipal,

    /// <summary>国家部委.</summary>
    NationalDepartment,
}

/// <summary>A period in which a certificate was suspended (暂扣), both days inclusive.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null if still suspended.</param>
public sealed record Suspension(DateOnly From, DateOnly? To);

/// <summary>An enforcement certificate (执法证件) with the data that determine whether it is valid on a given day. 行政处罚法 第四十二条.</summary>
/// <param name="Holder">The person who holds it.</param>
/// <param name="Number">Number of the certificate.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidTo">Last day of validity.</param>
/// <param name="Suspensions">Periods of suspension.</param>
/// <param name="CancelledOn">First day on which it is cancelled (注销); null if not cancelled.</param>
/// <param name="CancelledBecause">Reason of the cancellation.</param>
public sealed record CertificateOnDay(
    Guid Holder,
    string Number,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    IReadOnlyList<Suspension> Suspensions,
    DateOnly? CancelledOn = null,
    string? CancelledBecause = null
)
{
    /// <summary>No certificate is valid on the day of the act.</summary>
    public static readonly DomainError NotValid = new(
        "certificate.not-valid",
        "APL-42-CERT",
        ErrorKind.RuleBroken,
        "执法人员在行为当日没有有效的执法证件",
        PenaltyLaw.At("第四十二条第一款")
    );

    /// <summary>Why it is not valid on the day, in Chinese; null if it is.</summary>
    public string? ReasonInvalidOn(DateOnly day) =>
        day < ValidFrom ? $"{ValidFrom:yyyy-MM-dd} 起才有效"
        : day > ValidTo ? $"已于 {ValidTo:yyyy-MM-dd} 到期"
        : day >= CancelledOn ? $"已于 {CancelledOn:yyyy-MM-dd} 注销"
        : Suspensions.Any(s => s.From <= day && (s.To is not { } to || day <= to)) ? "当日处于暂扣期间"
        : null;

    /// <summary>Refuses an act dated on a day on which the certificate is not valid, regardless of its present state.</summary>
    /// <param name="day">Legal date of the act.</param>
    /// <exception cref="DomainException"><see cref="NotValid"/>.</exception>
    public void EnsureValidOn(DateOnly day)
    {
        if (ReasonInvalidOn(day) is { } why)
            throw NotValid.With($"证件 {Number} 在 {day:yyyy-MM-dd} 无效：{why}");
    }
}
