using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Personnel;

/// <summary>In what capacity a person takes part (身份).</summary>
public enum OfficerCapacity
{
    /// <summary>执法人员.</summary>
    Officer,

    /// <summary>辅助人员: helps, never signs, decides or collects.</summary>
    Auxiliary,
}

/// <summary>A person named as acting officer.</summary>
/// <param name="Person">The person, not the account: two accounts of one person count once.</param>
/// <param name="Capacity">The capacity.</param>
/// <param name="Certificate">The certificate shown; null if none.</param>
public sealed record ActingOfficer(Guid Person, OfficerCapacity Capacity, CertificateOnDay? Certificate);

/// <summary>Who must be present: at least two certified officers, in the simple procedure too. 行政处罚法 第四十二条、第五十五条.</summary>
public static class OfficersPresent
{
    /// <summary>Least number of officers (不得少于两人).</summary>
    public const int AtLeast = 2;

    /// <summary>Fewer than two different officers.</summary>
    public static readonly DomainError TooFew = new(
        "officers.too-few",
        "APL-42",
        ErrorKind.RuleBroken,
        "行政处罚应当由两名以上具有行政执法资格的执法人员实施",
        PenaltyLaw.At("第四十二条第一款")
    );

    /// <summary>One officer named twice beside enough others: the paper would show a person who was not there.</summary>
    public static readonly DomainError Doubled = new("officers.doubled", null, ErrorKind.Unacceptable, "执法人员重复填写");

    /// <summary>Another number of officers that is set by an instrument lower than a law.</summary>
    public static readonly DomainError NumberNotSetByLaw = new(
        "officers.number-not-set-by-law",
        "APL-42",
        ErrorKind.RuleBroken,
        "执法人员人数只有法律可以另行规定",
        PenaltyLaw.At("第四十二条第一款")
    );

    /// <summary>Auxiliary staff among those who act.</summary>
    public static readonly DomainError AuxiliaryActing = new(
        "officers.auxiliary-acting",
        "APL-42-AUX",
        ErrorKind.RuleBroken,
        "辅助人员不得实施行政处罚，不计入执法人员人数",
        PenaltyLaw.At("第四十二条第一款")
    );

    /// <summary>Certificates were not shown, or only after the prior notice.</summary>
    public static readonly DomainError CertificatesNotShown = new(
        "officers.certificates-not-shown",
        "APL-55",
        ErrorKind.RuleBroken,
        "执法人员应当主动向当事人出示执法证件",
        PenaltyLaw.At("第五十五条第一款")
    );

    /// <summary>Refuses an act that was not done by enough certified officers on its day.</summary>
    /// <param name="day">Legal date of the act.</param>
    /// <param name="otherwise">A number that another law sets (法律另有规定的，从其规定).</param>
    /// <exception cref="DomainException"><see cref="AuxiliaryActing"/>, <see cref="CertificateOnDay.NotValid"/>, <see cref="TooFew"/>, <see cref="Doubled"/> or <see cref="NumberNotSetByLaw"/>.</exception>
    public static void EnsureEnough(IReadOnlyCollection<ActingOfficer> officers, DateOnly day, OtherwiseByLaw<int>? otherwise = null)
    {
        if (otherwise is { Level: not InstrumentLevel.Law })
            throw NumberNotSetByLaw.With($"{otherwise.Basis} 不是法律");
        if (officers.Any(o => o.Capacity is OfficerCapacity.Auxiliary))
            throw AuxiliaryActing.With("参加人员中有辅助人员");
        foreach (var officer in officers)
        {
            if (officer.Certificate is not { } certificate || certificate.Holder != officer.Person)
                throw CertificateOnDay.NotValid.With("参加人员中有人没有本人的执法证件");
            certificate.EnsureValidOn(day);
        }
        var present = officers.Select(o => o.Person).Distinct().Count();
        var needed = otherwise?.Value ?? AtLeast;
        if (present < needed)
            throw TooFew.With($"应有 {needed} 名以上不同的执法人员，实有 {present} 名");
        if (present < officers.Count)
            throw Doubled.With($"填写 {officers.Count} 名，实为 {present} 人", "每名执法人员只填写一次");
    }

    /// <summary>Longest time between showing the certificates and the act that they are shown for: they are shown once when the officers arrive, not days before.</summary>
    public static readonly TimeSpan ShownAtMostBefore = TimeSpan.FromHours(12);

    /// <summary>Refuses an act if the certificates were not shown before it, on the same occasion.</summary>
    /// <param name="shownAt">When they were shown; null if not recorded.</param>
    /// <param name="numbersShown">Numbers of the certificates shown.</param>
    /// <param name="actedAt">When the act was done; the certificates must be shown before.</param>
    /// <exception cref="DomainException"><see cref="CertificatesNotShown"/>.</exception>
    public static void EnsureCertificatesShown(
        DateTimeOffset? shownAt,
        IReadOnlyCollection<string> numbersShown,
        IReadOnlyCollection<ActingOfficer> officers,
        DateTimeOffset actedAt
    )
    {
        if (shownAt is not { } shown)
            throw CertificatesNotShown.With("没有出示证件的时间");
        if (shown > actedAt)
            throw CertificatesNotShown.With("出示证件晚于执法行为");
        if (actedAt - shown > ShownAtMostBefore)
            throw CertificatesNotShown.With(
                $"出示证件（{When(shown)}）早于执法行为（{When(actedAt)}）{ShownAtMostBefore.Hours} 小时以上",
                "填写本次执法时出示证件的时间"
            );
        if (
            officers.FirstOrDefault(o => o.Certificate is not { } c || !numbersShown.Contains(c.Number, StringComparer.Ordinal)) is
            { } unseen
        )
            throw CertificatesNotShown.With($"证件 {unseen.Certificate?.Number ?? "（无）"} 没有出示记录");
    }

    private static string When(DateTimeOffset at) =>
        at.ToOffset(LegalDate.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
