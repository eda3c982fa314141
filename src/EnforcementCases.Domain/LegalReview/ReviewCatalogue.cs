using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>The properties of a decision that are compared with the catalogue.</summary>
/// <param name="Kind">What kind of decision is to be made.</param>
/// <param name="Party">Kind of party.</param>
/// <param name="Penalties">Kinds and amounts; empty if no penalty is decided.</param>
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
    /// <param name="rows">The catalogue that the organ adopted, or the default (<see cref="Default(Func{ParameterKey, ParameterInForce})"/>).</param>
    public static IReadOnlyList<ReviewCatalogueRow> Match(IEnumerable<ReviewCatalogueRow> rows, ReviewSubject subject, DateOnly day) =>
        [.. rows.Where(r => r.DecisionKind == subject.Kind && !(day < r.ValidFrom) && !(day > r.ValidTo) && Matches(r, subject))];

    /// <summary>Default if the organ has adopted no catalogue: the amounts for a hearing, inclusive, and the kinds that require a hearing regardless of the amount.</summary>
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
    /// <param name="parameter">Returns the value of a parameter for the organ on the day.</param>
    public static IReadOnlyList<ReviewCatalogueRow> Default(Func<ParameterKey, ParameterInForce> parameter) =>
        Default(
            HearingAmounts.From(parameter),
            parameter(LocalParameters.MajorFineCitizen),
            parameter(LocalParameters.MajorFineOrganisation)
        );

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
