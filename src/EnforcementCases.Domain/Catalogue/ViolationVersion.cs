using System.Text.RegularExpressions;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>How well a row of the catalogue is verified (核实状态).</summary>
public enum EvidenceStatus
{
    /// <summary>金额与条款均有文本来源.</summary>
    Confirmed,

    /// <summary>仅行为或者依据有来源，金额未核实.</summary>
    PartlyConfirmed,

    /// <summary>凭记忆，未取得来源.</summary>
    FromMemory,
}

/// <summary>Why no penalty may be based on a row of the catalogue; it may still be recorded.</summary>
public enum UndecidableReason
{
    /// <summary>不适用于本市: kept for comparison only.</summary>
    [Term("不适用于本市")]
    NotApplicableHere,

    /// <summary>条款或者金额尚待核实.</summary>
    [Term("条款或者金额尚待核实")]
    NotChecked,

    /// <summary>没有施行日期.</summary>
    [Term("施行日期不明")]
    NoStartDate,

    /// <summary>没有可以对应法定种类的处罚.</summary>
    [Term("没有法定种类的处罚")]
    NoPenaltyKind,

    /// <summary>A fine is threatened and no range of it is known (没有罚款幅度).</summary>
    [Term("没有罚款幅度")]
    NoFineRange,

    /// <summary>依据不是法律、法规或者规章 (行政处罚法 第十六条).</summary>
    [Term("依据不是法律、法规或者规章")]
    BasisTooLow,

    /// <summary>Several kinds are threatened and nothing states how they go together (没有罚则结构).</summary>
    [Term("多个处罚种类如何并用尚未写明")]
    NoStructure,
}

/// <summary>A violation (违法行为、案由) with what the law threatens, as it applies in one period of validity. Never edited in place: a change makes a new version.</summary>
/// <remarks>A case pins <see cref="Id"/>. A version is closed (<see cref="ClosedAt"/>) when a newer data set provides otherwise; what was decided on it keeps it.</remarks>
public sealed partial class ViolationVersion : ICatalogueVersion
{
    /// <summary>Longest code.</summary>
    public const int CodeMaxLength = 20;

    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>No penalty may be based on this row.</summary>
    public static readonly DomainError NotDecidable = new(
        "violation.not-decidable",
        "APL-16",
        ErrorKind.RuleBroken,
        "该案由的依据、幅度或者种类尚待核实，只能登记，不能据以处罚",
        PenaltyLaw.At("第十六条")
    );

    /// <summary>The provision that provides for the penalty is not among its cited bases.</summary>
    public static readonly DomainError NotCited = new(
        "violation.not-cited",
        "APL-59",
        ErrorKind.RuleBroken,
        "处罚依据应当是该案由的罚则",
        PenaltyLaw.At("第五十九条第一款第三项")
    );

    /// <summary>The provision provides for no fine for this sort of party.</summary>
    public static readonly DomainError NoFineForParty = new(
        "violation.no-fine-for-party",
        "APL-16",
        ErrorKind.RuleBroken,
        "罚则没有规定对该类当事人的罚款幅度",
        PenaltyLaw.At("第十六条")
    );

    /// <summary>No such violation in force on the day.</summary>
    public static readonly DomainError NotInForce = new(
        "violation.not-in-force",
        "APL-37",
        ErrorKind.RuleBroken,
        "该案由在该日不施行，或者目录中没有",
        PenaltyLaw.At("第三十七条")
    );

    private DateOnly? validTo;

    /// <summary>Identity of this version; stored in each case that uses it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code (案由代码), <c>GJ-ZD-01</c>; the same for all versions.</summary>
    public required string Code { get; init; }

    /// <summary>Label of this version, unique with the code: data set and start of validity.</summary>
    public required string Version { get; init; }

    /// <summary>The data set it was loaded from.</summary>
    public required Guid DataSetId { get; init; }

    /// <summary>First day of validity (施行日期); null if it could not be established.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of validity; null if open-ended.</summary>
    public DateOnly? ValidTo
    {
        get => validTo;
        init => validTo = value;
    }

    /// <summary>When a newer data set replaced it for its whole period; null if it is current.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Name (案由).</summary>
    public required string Name { get; init; }

    /// <summary>Category (类别), 占道经营.</summary>
    public required string Category { get; init; }

    /// <summary>Where the instrument applies, 全国 or 天津市.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Whether it applies in Tianjin; other rows are for comparison and can never be adopted.</summary>
    public required bool AppliesInTianjin { get; init; }

    /// <summary>Name of the law, regulation or rule with title marks.</summary>
    public required string Instrument { get; init; }

    /// <summary>Rank of the instrument.</summary>
    public required InstrumentLevel InstrumentLevel { get; init; }

    /// <summary>Article violated, as printed.</summary>
    public required string ViolatedArticle { get; init; }

    /// <summary>Article that threatens the penalty, as printed.</summary>
    public required string PenaltyArticle { get; init; }

    /// <summary>Kinds of penalty threatened, atomic.</summary>
    public required IReadOnlyList<PenaltyKind> Kinds { get; init; }

    /// <summary>Orders that go with them and are no penalty.</summary>
    public required IReadOnlyList<CorrectiveOrder> Orders { get; init; }

    /// <summary>Whether there is one kind or several; kept for assessments. What decides is <see cref="Structure"/>.</summary>
    public required KindConnector Connector { get; init; }

    /// <summary>How kinds and orders go together; null if the provision has one kind without a condition, or if nobody entered it.</summary>
    public PenaltyStructure? Structure { get; init; }

    /// <summary>Fine for an individual (个人); null if none is threatened or known.</summary>
    public FineProvision? IndividualFine { get; init; }

    /// <summary>Fine for an organisation (单位); null if none is threatened or known.</summary>
    public FineProvision? OrganisationFine { get; init; }

    /// <summary>Whether correction has to come first.</summary>
    public required CorrectionDuty Correction { get; init; }

    /// <summary>Whether the statutory range reaches into the simple procedure for individuals; the decision itself is checked again.</summary>
    public required bool SimpleForIndividuals { get; init; }

    /// <summary>Whether the statutory range reaches into the simple procedure for organisations; the decision itself is checked again.</summary>
    public required bool SimpleForOrganisations { get; init; }

    /// <summary>Whether the authors of the row consider it ready for decisions; not sufficient by itself.</summary>
    public required bool MarkedReady { get; init; }

    /// <summary>How well it is verified.</summary>
    public required EvidenceStatus Status { get; init; }

    /// <summary>Where the text was checked.</summary>
    public required string Evidence { get; init; }

    /// <summary>Date of the text that was checked, as the row prints it; it need not be the present text.</summary>
    public string? TextVersion { get; init; }

    /// <summary>Bodies that enforce it, where the provision names them.</summary>
    public string? EnforcedBy { get; init; }

    /// <summary>Note of the row.</summary>
    public string? Note { get; init; }

    /// <summary>SHA-256 of the row in the data set, hex: unchanged rows keep their version.</summary>
    public required string RowSha256 { get; init; }

    /// <summary>Whether it may be recorded in patrols and hints, and adopted.</summary>
    public bool IsRecordable => AppliesInTianjin;

    /// <summary>Whether a penalty may be based on it.</summary>
    public bool IsDecidable => NotDecidableBecause.Count == 0;

    /// <summary>All obstacles to a penalty; empty if none.</summary>
    public IReadOnlyList<UndecidableReason> NotDecidableBecause
    {
        get
        {
            var reasons = new List<UndecidableReason>();
            if (!AppliesInTianjin)
                reasons.Add(UndecidableReason.NotApplicableHere);
            if (!MarkedReady)
                reasons.Add(UndecidableReason.NotChecked);
            if (ValidFrom is null)
                reasons.Add(UndecidableReason.NoStartDate);
            if (Kinds.Count == 0 && Structure is not { AllowsOrdersAlone: true })
                reasons.Add(UndecidableReason.NoPenaltyKind);
            if (Kinds.Contains(PenaltyKind.Fine) && IndividualFine is null && OrganisationFine is null)
                reasons.Add(UndecidableReason.NoFineRange);
            if (InstrumentLevel >= InstrumentLevel.NormativeDocument)
                reasons.Add(UndecidableReason.BasisTooLow);
            if (Branches.Count == 0 && Kinds.Count > 0)
                reasons.Add(UndecidableReason.NoStructure);
            return reasons;
        }
    }

    /// <summary>The provision violated, as cited on a decision.</summary>
    public LegalBasis Violated => new(Instrument, ViolatedArticle);

    /// <summary>The provision that threatens the penalty, as cited on a decision.</summary>
    public LegalBasis Threatened => new(Instrument, PenaltyArticle);

    /// <summary>Whether it is in force on the day; a row without start date is taken to be, and is not decidable.</summary>
    public bool IsInForceOn(DateOnly day) =>
        ClosedAt is null && (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);

    /// <summary>Refuses a penalty based on an unverified row.</summary>
    /// <exception cref="DomainException"><see cref="NotDecidable"/>.</exception>
    public void EnsureDecidable()
    {
        if (!IsDecidable)
            throw NotDecidable.With($"{Code}：{string.Join('；', NotDecidableBecause.Select(r => r.Term()))}");
    }

    /// <summary>The ways in which kinds and orders go together; a single kind is a branch by itself. Empty if several kinds are threatened and nobody entered
    /// how they go together.</summary>
    public IReadOnlyList<PenaltyBranch> Branches => Structure?.Branches ?? (Kinds.Count == 1 ? [new() { Must = Kinds }] : []);

    /// <summary>Refuses a penalty whose cited provisions do not include the one that provides for it. For an unverified article only the instrument is compared.</summary>
    /// <exception cref="DomainException"><see cref="NotCited"/>.</exception>
    public void EnsureCited(IEnumerable<LegalBasis> basis)
    {
        var articles = Article().Matches(PenaltyArticle).Select(m => m.Value).ToList();
        if (
            !basis.Any(b =>
                b.Instrument == Instrument
                && (articles.Count == 0 || articles.Exists(a => b.Article.StartsWith(a, StringComparison.Ordinal)))
            )
        )
            throw NotCited.With($"罚则为 {Threatened}");
    }

    [GeneratedRegex("第[零一二三四五六七八九十百千]+条")]
    private static partial Regex Article();

    /// <summary>The fine threatened to a party.</summary>
    /// <param name="individualBusinessAsOrganisation">Whether the place fines 个体工商户 by the range for organisations (APL-51-4); otherwise by that for individuals.</param>
    /// <exception cref="DomainException"><see cref="NoFineForParty"/>.</exception>
    public FineProvision FineFor(PartyKind party, bool individualBusinessAsOrganisation) =>
        FineOrNone(party, individualBusinessAsOrganisation) ?? throw NoFineForParty.With($"{Code} {Threatened}");

    /// <summary>The same, but null if the provision provides for no fine for the party.</summary>
    /// <inheritdoc cref="FineFor" path="/param" />
    public FineProvision? FineOrNone(PartyKind party, bool individualBusinessAsOrganisation) =>
        party switch
        {
            PartyKind.Citizen => IndividualFine,
            PartyKind.IndividualBusiness => individualBusinessAsOrganisation ? OrganisationFine : IndividualFine,
            PartyKind.LegalPerson or PartyKind.OtherOrganisation => OrganisationFine,
        };

    /// <summary>Ends its validity the day before a newer version begins.</summary>
    /// <param name="lastDay">Last day of validity.</param>
    public void EndOn(DateOnly lastDay) => validTo = lastDay;

    /// <summary>Takes it out of use for its whole period: a newer data set corrected or dropped it.</summary>
    public void Close(DateTimeOffset at) => ClosedAt ??= at;
}
