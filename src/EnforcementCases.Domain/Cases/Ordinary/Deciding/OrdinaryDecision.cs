using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What a decision of the ordinary procedure must state (行政处罚决定书应当载明的事项).</summary>
/// <param name="PartyName">Name of the party (第一项).</param>
/// <param name="PartyAddress">Address of the party (第一项).</param>
/// <param name="Facts">The offence (第二项).</param>
/// <param name="Evidence">The evidence for it, item by item (第二项).</param>
/// <param name="Penalties">Kinds and amounts (第三项).</param>
/// <param name="Basis">What they rest on (第三项).</param>
/// <param name="HowToPerform">How and by when to perform (第四项).</param>
/// <param name="Remedies">Remedies and their time limits (第五项).</param>
/// <param name="Organ">Name of the organ (第六项).</param>
/// <param name="DecidedOn">Date of the decision (第六项); null if it is not dated.</param>
/// <param name="SealOf">Name on the seal (第二款); null if it is not sealed.</param>
public sealed record OrdinaryDecisionContents(
    string PartyName,
    string PartyAddress,
    string Facts,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<PenaltyItem> Penalties,
    IReadOnlyList<CitedProvision> Basis,
    string HowToPerform,
    string Remedies,
    string Organ,
    DateOnly? DecidedOn,
    string? SealOf
);

/// <summary>The paper of a decision of the ordinary procedure (行政处罚决定书). 行政处罚法 第五十九条.</summary>
public static class OrdinaryDecision
{
    /// <summary>A part that the law asks for is empty.</summary>
    public static readonly DomainError Incomplete = new(
        "ordinary-decision.incomplete",
        "APL-59",
        ErrorKind.RuleBroken,
        "行政处罚决定书缺少应当载明的事项",
        PenaltyLaw.At("第五十九条第一款")
    );

    /// <summary>The basis does not go down to article, paragraph and item.</summary>
    public static readonly DomainError BasisNotExact = new(
        "ordinary-decision.basis-not-exact",
        "APL-59",
        ErrorKind.RuleBroken,
        "处罚依据应当写明条、款、项",
        PenaltyLaw.At("第五十九条第一款第三项")
    );

    /// <summary>No seal, or another than that of the deciding organ.</summary>
    public static readonly DomainError NotSealed = new(
        "ordinary-decision.not-sealed",
        "APL-59",
        ErrorKind.RuleBroken,
        "行政处罚决定书必须盖有作出行政处罚决定的行政机关的印章",
        PenaltyLaw.At("第五十九条第二款")
    );

    /// <summary>Everything that is missing before the paper may be issued.</summary>
    public static IReadOnlyList<DomainException> ObstaclesToIssue(OrdinaryDecisionContents contents)
    {
        var obstacles = new List<DomainException>();
        var missing = Obstacles.NotGiven(
            ("当事人的姓名或者名称、地址", contents.PartyName.IsGiven() && contents.PartyAddress.IsGiven()),
            (
                "违反法律、法规、规章的事实和证据",
                contents.Facts.IsGiven() && contents.Evidence.Count > 0 && contents.Evidence.All(e => e.IsGiven())
            ),
            ("行政处罚的种类和依据", contents.Penalties.Count > 0 && contents.Basis.Count > 0),
            ("行政处罚的履行方式和期限", contents.HowToPerform.IsGiven()),
            ("申请行政复议、提起行政诉讼的途径和期限", contents.Remedies.IsGiven()),
            ("行政机关名称和作出决定的日期", contents.Organ.IsGiven() && contents.DecidedOn is not null)
        );
        if (missing.Count > 0)
            obstacles.Add(Incomplete.With($"未填写：{string.Join('、', missing)}"));
        obstacles.AddRange(contents.Basis.Where(b => !IsExact(b)).Select(b => BasisNotExact.With($"{b.Instrument}{b.Article}")));
        if (contents.SealOf is not { } seal || !string.Equals(seal.Trim(), contents.Organ.Trim(), StringComparison.Ordinal))
            obstacles.Add(NotSealed.With(contents.SealOf is null ? "没有印章" : $"印章为“{contents.SealOf}”"));
        return obstacles;
    }

    /// <summary>Refuses to issue a paper that is not complete, exact and sealed, or in the name of a body inside the organ.</summary>
    /// <exception cref="DomainException"><see cref="Incomplete"/>, <see cref="BasisNotExact"/>, <see cref="NotSealed"/> or <see cref="Jurisdiction.InternalBody"/>.</exception>
    public static void EnsureIssuable(OrdinaryDecisionContents contents)
    {
        ObstaclesToIssue(contents).RefuseFirst();
        Jurisdiction.EnsureOrgan(contents.Organ);
    }

    private static bool IsExact(CitedProvision provision) =>
        provision.Instrument.IsGiven()
        && Names(provision.Article, "条")
        && (!provision.HasParagraphs || Names(provision.Article, "款"))
        && (!provision.HasItems || Names(provision.Article, "项"));

    private static bool Names(string article, string part) => article.StartsWith('第') && article.Contains(part, StringComparison.Ordinal);
}
