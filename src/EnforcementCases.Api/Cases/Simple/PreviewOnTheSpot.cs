using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Discretion;
using EnforcementCases.Api.Parties;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Cases.Simple;

/// <summary>Assesses a decision on the spot before the party is notified (当场处罚预先评估): the same engine as for the decision, and nothing is stored.</summary>
/// <param name="Party">The party.</param>
/// <param name="ViolationCode">Code of the violation (案由).</param>
/// <param name="CommittedAt">When the offence happened or ended.</param>
/// <param name="Place">Where it happened.</param>
/// <param name="Exemption">The conditions under which a penalty is forbidden or the party may be let off (第三十三条第一款).</param>
/// <param name="DecidedAt">When it will be decided; null means now.</param>
/// <param name="Discretion">Further findings on whether and how much to punish; if omitted, none was made.</param>
/// <param name="Measure">Number of units, area or construction cost; required if the fine is computed from it, otherwise null.</param>
/// <param name="Circumstance">Circumstance for which the article has its own range of fines; null otherwise.</param>
/// <param name="ChosenVersion">Label of the version that applies, if the law changed since the offence; null if it did not change.</param>
/// <param name="ChosenBecause">Why that version applies; required with <c>chosenVersion</c>, otherwise null.</param>
/// <param name="CorrectionOrderId">The earlier order to correct; null if none.</param>
/// <param name="DesignatedOrTransferred">Whether a designation or transfer document is attached.</param>
public sealed record PreviewOnTheSpotQuery(
    PartyInput Party,
    string ViolationCode,
    DateTimeOffset CommittedAt,
    PlaceInput Place,
    ExemptionInput Exemption,
    DateTimeOffset? DecidedAt = null,
    DiscretionInput? Discretion = null,
    MeasureInput? Measure = null,
    string? Circumstance = null,
    string? ChosenVersion = null,
    string? ChosenBecause = null,
    Guid? CorrectionOrderId = null,
    bool DesignatedOrTransferred = false
) : IRequest<OnTheSpotPreview>
{
    /// <summary>The officers' findings, as the assessment takes them.</summary>
    internal AssessmentFacts Findings => OnTheSpotFindings.Of(Exemption, Discretion, Measure, Circumstance, ChosenVersion, ChosenBecause);
}

/// <summary>What a decision on the spot could be.</summary>
/// <param name="Verdict">Whether a penalty is allowed.</param>
/// <param name="DecisiveRule">Id of the rule that forbids the penalty or allows no penalty; null if a penalty is allowed.</param>
/// <param name="Law">Which law applies.</param>
/// <param name="HigherNorm">Code of another violation that must be applied instead; null if none.</param>
/// <param name="Statutory">Range of the fine by law; null if the provision sets no fine.</param>
/// <param name="Benchmark">Tier and range of the benchmark, and whether it binds.</param>
/// <param name="Leniency">How lenient the penalty must or may be.</param>
/// <param name="LenientFine">Range of a lenient fine that is really lower; null if there is no ground of leniency, or no such fine.</param>
/// <param name="LenientPartConfirmed">Whether a second person has confirmed how far a lenient fine must be lower, a local parameter.</param>
/// <param name="CeilingFen">Highest fine on the spot for this party, in fen, inclusive.</param>
/// <param name="FineOnTheSpot">Fines that can be imposed on the spot without review; null if there are none.</param>
/// <param name="Listed">Codes of the entries of the exemption list that match.</param>
/// <param name="EarlierOfSameViolation">Number of earlier matters of the same violation within the look-back period.</param>
/// <param name="HistorySearchable">Whether the search for earlier matters was possible; a self-declared party cannot be searched for.</param>
/// <param name="Demands">What the decision must contain.</param>
/// <param name="Branches">How the provision combines kinds and orders for this party; a decision follows exactly one of them.</param>
/// <param name="Obstacles">Reasons why it cannot be decided on the spot, whatever the kind and amount; empty if there are none.</param>
public sealed record OnTheSpotPreview(
    PenaltyVerdict Verdict,
    string? DecisiveRule,
    LawFinding Law,
    string? HigherNorm,
    FenRange? Statutory,
    BenchmarkFinding Benchmark,
    LeniencyFinding Leniency,
    FenRange? LenientFine,
    bool LenientPartConfirmed,
    long CeilingFen,
    FenRange? FineOnTheSpot,
    IReadOnlyList<string> Listed,
    int EarlierOfSameViolation,
    bool HistorySearchable,
    IReadOnlyList<AssessmentDemand> Demands,
    IReadOnlyList<PenaltyBranch> Branches,
    IReadOnlyList<ActObstacle> Obstacles
);

internal sealed class PreviewOnTheSpotValidator : AbstractValidator<PreviewOnTheSpotQuery>
{
    public PreviewOnTheSpotValidator()
    {
        RuleFor(q => q.Party.Name).NotEmpty().MaximumLength(Party.NameMaxLength).WithMessage("名称应为1至200个字符");
        RuleFor(q => q.Party.DocumentNumber).MaximumLength(40).WithMessage("证件号码过长");
        RuleFor(q => q.Party.StatedAge).InclusiveBetween(1, 120).WithMessage("自报年龄应在1至120之间");
        RuleFor(q => q.Party.PhotoSha256).Matches("^[0-9a-f]{64}$").WithMessage("应为64位小写十六进制");
        RuleFor(q => q.ViolationCode).NotEmpty().MaximumLength(40).WithMessage("案由代码应为1至40个字符");
        RuleFor(q => q.Place.DivisionCode).Matches("^[0-9]{6,12}$").WithMessage("行政区划代码应为6至12位数字");
        RuleFor(q => q.ChosenBecause).NotEmpty().WithMessage("选择适用的规定应当写明理由").When(q => q.ChosenVersion is not null);
        RuleFor(q => q.Discretion)
            .Must((q, _) => OnTheSpotFindings.HaveBounds(q.Findings, q.Discretion))
            .WithMessage("裁量事实的项数或者文字超出限度，或者数额为负");
    }
}

internal sealed class PreviewOnTheSpotHandler(
    CurrentUser user,
    CatalogueDirectory catalogue,
    OrganDirectory organs,
    PartyDesk parties,
    PenaltyAssessments assessments,
    CorrectionOrders orders,
    TimeProvider clock
) : IRequestHandler<PreviewOnTheSpotQuery, OnTheSpotPreview>
{
    public async Task<OnTheSpotPreview> Handle(PreviewOnTheSpotQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var decidedAt = request.DecidedAt ?? now;
        ClaimedTime.Ensure(decidedAt, now, "/decidedAt");
        ClaimedTime.Ensure(request.CommittedAt, now, "/committedAt");
        if (request.CommittedAt > decidedAt)
            throw LawfulOnTheSpotDecision.DecidedBeforeAct.With("请核对时间");
        FirstOffence.EnsureHarmAnswered(request.Exemption.NoHarm, request.Exemption.HarmSlight);
        var (law, committedOn, decidedOn) = (catalogue.Current, LegalDate.Of(request.CommittedAt), LegalDate.Of(decidedAt));
        var organ = await organs.OrganAsync(user.OrganId!.Value, cancellationToken);
        var @checked = parties.Check(request.Party, committedOn, keptIn: null);
        var party = await parties.FindAsync(@checked, cancellationToken);
        var earlierOrder = request.CorrectionOrderId is { } orderId
            ? await orders.FindForPenaltyAsync(
                orderId,
                party?.Id ?? Guid.Empty,
                @checked.Snapshot,
                request.ViolationCode,
                cancellationToken
            )
            : null;
        var input = await assessments.InputAsync(
            new(
                organ,
                request.ViolationCode,
                committedOn,
                decidedOn,
                @checked.Snapshot,
                request.Findings,
                request.Discretion?.AlsoViolates ?? []
            ),
            party?.Id,
            exceptCase: null,
            cancellationToken
        );
        var assessment = AssessmentEngine.Assess(input);
        var part = law.Parameter(organ.Path, LocalParameters.LenientPart, decidedOn);
        var ceiling = SimpleProcedure.CeilingOf(
            @checked.Snapshot.Kind,
            law.Parameter(organ.Path, LocalParameters.SimpleIndividualBusinessCap, decidedOn).Money
        );
        return new(
            assessment.Verdict,
            assessment.DecisiveRule,
            assessment.Law,
            assessment.HigherNorm,
            assessment.Statutory,
            assessment.Benchmark,
            assessment.Leniency,
            assessment is { Leniency.Allowed: true, Statutory: { } statutory }
                ? Leniency.LighterRange(statutory, assessment.Benchmark.Range ?? statutory, Leniency.PartOf(part.Value))
                : null,
            part.IsConfirmed,
            ceiling.Fen,
            SimpleProcedure.RangeOf(assessment, ceiling),
            assessment.Listed,
            input.History.EarlierOfSameViolation,
            input.History.Searchable,
            assessment.Demands,
            [.. law.Violation(assessment.AppliedVersionId)!.Branches.Where(b => b.IsFor(input.Party, input.Side))],
            [.. Obstacles(request, organ, law, committedOn, decidedOn, assessment, earlierOrder).Select(ActObstacle.Of)]
        );
    }

    private static IEnumerable<DomainException> Obstacles(
        PreviewOnTheSpotQuery request,
        Organisation organ,
        CatalogueSnapshot law,
        DateOnly committedOn,
        DateOnly decidedOn,
        Assessment assessment,
        EarlierOrder? order
    )
    {
        var place = request.Place.DivisionCode;
        var violation = law.Violation(assessment.AppliedVersionId)!;
        DomainException?[] gates =
        [
            ClosedBy(() =>
                LawfulOnTheSpotDecision.EnsureOurMatter(
                    organ,
                    place,
                    request.DesignatedOrTransferred,
                    law.NearestAdoptionOf(organ.Id, request.ViolationCode, committedOn, place),
                    law.NearestAdoptionOf(organ.Id, request.ViolationCode, decidedOn, place),
                    committedOn,
                    decidedOn
                )
            ),
            ClosedBy(() =>
            {
                if (violation.Correction is CorrectionDuty.BeforePenalty or CorrectionDuty.EducationBeforePenalty)
                    OrderToCorrect.EnsureExpiredUnmet(order?.DueOn, order?.RecheckedOn, order?.Result);
                if (order is not null)
                    OrderToCorrect.EnsureForOffence(order, committedOn, new(request.Place.Address, place));
            }),
            ClosedBy(() => SimpleProcedure.EnsureNoGains(UnlawfulGains.ToConfiscate(request.Discretion?.Gains))),
        ];
        return gates.OfType<DomainException>().Concat(DiscretionGate.ObstaclesToAny(assessment));
    }

    private static DomainException? ClosedBy(Action gate)
    {
        try
        {
            gate();
            return null;
        }
        catch (DomainException closed)
        {
            return closed;
        }
    }
}
