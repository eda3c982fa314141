using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>What kind of decision a row is about (决定类型).</summary>
public enum ReviewedDecisionKind
{
    /// <summary>行政处罚.</summary>
    Penalty,

    /// <summary>行政命令.</summary>
    Order,

    /// <summary>行政强制措施.</summary>
    CoerciveMeasure,

    /// <summary>行政强制执行.</summary>
    CoerciveExecution,

    /// <summary>移送.</summary>
    Transfer,

    /// <summary>不予处罚.</summary>
    NoPenalty,

    /// <summary>申请人民法院强制执行.</summary>
    CourtApplication,
}

/// <summary>A feature of a case that a row may name beside amounts.</summary>
public enum ReviewFeature
{
    /// <summary>经过听证程序，或者放弃听证.</summary>
    HearingHeldOrGivenUp,

    /// <summary>从轻处罚.</summary>
    Lenient,

    /// <summary>从重处罚.</summary>
    Aggravated,

    /// <summary>减轻处罚.</summary>
    Mitigated,

    /// <summary>偏离裁量权基准.</summary>
    DepartureFromBenchmark,

    /// <summary>疑难复杂.</summary>
    Complex,

    /// <summary>涉及重大公共利益.</summary>
    PublicInterest,

    /// <summary>当事人、利害关系人人数较多.</summary>
    ManyParties,

    /// <summary>撤销已作出的处罚、许可.</summary>
    RevokesEarlierDecision,

    /// <summary>已建成的违法搭建.</summary>
    FinishedStructure,

    /// <summary>拟处金额达到听证数额.</summary>
    HearingAmountReached,
}

/// <summary>An amount from which a row applies. Rows differ in whether the amount itself counts, so each says it.</summary>
/// <param name="AmountFen">Fen (分).</param>
/// <param name="Inclusive">True: the amount itself counts (以上, 达到); false: only more (超过, 不含).</param>
public sealed record AmountBound(long AmountFen, bool Inclusive)
{
    /// <summary>Whether an amount reaches the bound.</summary>
    public bool IsReachedBy(Money amount) => Inclusive ? amount.Fen >= AmountFen : amount.Fen > AmountFen;
}

/// <summary>A row of a catalogue of major decisions (重大执法决定法制审核目录).</summary>
/// <remarks>
/// It matches by any of its three parts: a kind of penalty that reaches the amount (or any amount, where the row has no bound for the party), a feature,
/// or, where it names neither kinds nor features, every decision of its kind.
/// </remarks>
/// <param name="Id">Row number, <c>FS-01</c>.</param>
/// <param name="DecisionKind">What kind of decision.</param>
/// <param name="Item">The row as printed.</param>
/// <param name="Kinds">Kinds of penalty it names; empty for none.</param>
/// <param name="Citizen">Bound for citizens and individual businesses; null: any amount.</param>
/// <param name="Organisation">Bound for organisations; null: any amount.</param>
/// <param name="Features">Features that are enough by themselves; empty for none.</param>
/// <param name="ValidFrom">First day; null for as long as the catalogue stands.</param>
/// <param name="ValidTo">Last day; null while it stands.</param>
/// <param name="TimeLimitWorkingDays">Time for the review; null for the place's own.</param>
public sealed record ReviewCatalogueRow(
    string Id,
    ReviewedDecisionKind DecisionKind,
    string Item,
    IReadOnlyList<PenaltyKind> Kinds,
    AmountBound? Citizen,
    AmountBound? Organisation,
    IReadOnlyList<ReviewFeature> Features,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    int? TimeLimitWorkingDays = null
);

/// <summary>What is held against the catalogue.</summary>
/// <param name="Kind">What kind of decision is to be made.</param>
/// <param name="Party">Kind of party.</param>
/// <param name="Penalties">Kinds and amounts; empty where no penalty is decided.</param>
/// <param name="Features">Features of the case.</param>
public sealed record ReviewSubject(
    ReviewedDecisionKind Kind,
    PartyKind Party,
    IReadOnlyList<PenaltyItem> Penalties,
    IReadOnlyList<ReviewFeature> Features
);

/// <summary>Matching a decision with the organ's catalogue of major decisions. 国办发〔2018〕118号 四、（三）.</summary>
[StatutoryRule("REV-118-LIST")]
public static class ReviewCatalogue
{
    /// <summary>The rows that match on a day.</summary>
    /// <param name="rows">The catalogue that the organ adopted, or what counts without one (<see cref="Default(Func{string, ParameterInForce})"/>).</param>
    public static IReadOnlyList<ReviewCatalogueRow> Match(IEnumerable<ReviewCatalogueRow> rows, ReviewSubject subject, DateOnly day) =>
        [.. rows.Where(r => r.DecisionKind == subject.Kind && !(day < r.ValidFrom) && !(day > r.ValidTo) && Matches(r, subject))];

    /// <summary>What counts where the organ has adopted no catalogue: the amounts for a hearing, themselves included, and the kinds that call for a hearing whatever the amount.</summary>
    /// <param name="amounts">The amounts for a hearing (TJ-HEAR), for gains and goods.</param>
    /// <param name="majorFineCitizen"><c>major.fine.citizen</c>.</param>
    /// <param name="majorFineOrganisation"><c>major.fine.organisation</c>.</param>
    public static IReadOnlyList<ReviewCatalogueRow> Default(
        HearingAmounts amounts,
        ParameterInForce majorFineCitizen,
        ParameterInForce majorFineOrganisation
    ) =>
        [
            Row("默认-1", "较大数额罚款", [PenaltyKind.Fine], majorFineCitizen, majorFineOrganisation),
            Row("默认-2", "没收较大数额违法所得", [PenaltyKind.ConfiscationOfGains], amounts.GainsCitizen, amounts.GainsOrganisation),
            Row("默认-3", "没收较大价值非法财物", [PenaltyKind.ConfiscationOfGoods], amounts.GoodsCitizen, amounts.GoodsOrganisation),
            Row(
                "默认-4",
                "降低资质等级、吊销许可证件、责令停产停业、责令关闭、限制从业",
                [.. Enum.GetValues<PenaltyKind>().Where(k => HearingGrounds.Of(k) is not null)],
                citizen: null,
                organisation: null
            ),
        ];

    /// <summary>What counts where the organ has adopted no catalogue, from the parameters of the place.</summary>
    /// <param name="parameter">A parameter as it stands for the organ on the day.</param>
    public static IReadOnlyList<ReviewCatalogueRow> Default(Func<string, ParameterInForce> parameter) =>
        Default(HearingAmounts.From(parameter), parameter("major.fine.citizen"), parameter("major.fine.organisation"));

    private static ReviewCatalogueRow Row(
        string id,
        string item,
        IReadOnlyList<PenaltyKind> kinds,
        ParameterInForce? citizen,
        ParameterInForce? organisation
    ) =>
        new(
            id,
            ReviewedDecisionKind.Penalty,
            item,
            kinds,
            citizen is null ? null : new(citizen.Money.Fen, Inclusive: true),
            organisation is null ? null : new(organisation.Money.Fen, Inclusive: true),
            Features: []
        );

    private static bool Matches(ReviewCatalogueRow row, ReviewSubject subject)
    {
        if (row.Kinds.Count == 0 && row.Features.Count == 0)
            return true;
        var bound = subject.Party switch
        {
            PartyKind.Citizen or PartyKind.IndividualBusiness => row.Citizen,
            PartyKind.LegalPerson or PartyKind.OtherOrganisation => row.Organisation,
        };
        return row.Features.Intersect(subject.Features).Any()
            || subject.Penalties.Any(p =>
                row.Kinds.Contains(p.Kind) && (bound is null || !PenaltyItems.HasAmount(p.Kind) || bound.IsReachedBy(p.Amount))
            );
    }
}
