using EnforcementCases.Api.Access;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>An act in an existing case. The id comes from the route; the time is stated by the caller.</summary>
public interface ICaseAct : ICommand<CaseAfterAct>, IChangesVersion
{
    /// <summary>The case, from the route.</summary>
    Guid CaseId { get; }

    /// <summary>When it was done, as stated by the caller.</summary>
    DateTimeOffset DoneAt { get; }
}

/// <summary>A case after an act.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Version of the case now; the next act sends it as <c>If-Match</c>.</param>
/// <param name="Stage">Current stage of the case.</param>
/// <param name="OpenDuties">What still has to be done before it can be closed, in the requested language.</param>
/// <param name="EnteredLate">The act was done, as stated, more than three days before it was entered, and is marked as entered late (补录).</param>
public sealed record CaseAfterAct(
    Guid Id,
    int Version,
    CaseStage Stage,
    [property: Bilingual] IReadOnlyList<string> OpenDuties,
    bool EnteredLate
) : IVersioned
{
    /// <summary>Peculiarities of the party's credit code that the officer should look at again, after the party was identified; empty if none.</summary>
    public IReadOnlyList<CreditCodeWarning> PartyWarnings { get; init; } = [];
}

/// <summary>Loads a case for an act, and checks what every act requires: scope, organ, relation of the person to the case, version, time.</summary>
internal sealed class CaseLoader(
    AppDbContext db,
    RightsTable rights,
    CurrentUser user,
    OfficeHistory offices,
    RequestContext request,
    TimeProvider clock
)
{
    public static readonly DomainError NotOfficerOfCase = new(
        "access.not-officer-of-case",
        null,
        ErrorKind.Forbidden,
        "只有本案承办人员可以办理"
    );

    /// <summary>The case, for an act of the present user.</summary>
    /// <exception cref="DomainException"><see cref="EnforcementCase.NotFound"/>, <see cref="CurrentUser.NotAllowed"/>, <see cref="NotOfficerOfCase"/>,
    /// <see cref="SeparationOfDuty.OfficerOfCase"/>, <see cref="RequestContext.VersionMissing"/>, <see cref="RequestContext.VersionStale"/>,
    /// <see cref="ClaimedTime.InFuture"/> or <see cref="Domain.Personnel.OfficeHolder.NotInOffice"/>.</exception>
    public async Task<EnforcementCase> OpenAsync(ICaseAct act, CancellationToken ct)
    {
        var @case = await ReadAsync(act.CaseId, ct);
        EnsureAllowed(act, @case);
        request.EnsureSeen(@case.Id, @case.Version);
        ClaimedTime.Ensure(act.DoneAt, clock.GetUtcNow(), "/doneAt");
        await offices.EnsureHeldAsync(rights.Rows[RightsTable.OperationOf(act.GetType())].Roles, LegalDate.Of(act.DoneAt), ct);
        return @case;
    }

    /// <summary>Refuses a command of another organ, and of a person who does not have the relation to the case that the rights table requires.</summary>
    /// <exception cref="DomainException"><see cref="CurrentUser.NotAllowed"/>, <see cref="NotOfficerOfCase"/> or <see cref="SeparationOfDuty.OfficerOfCase"/>.</exception>
    public void EnsureAllowed(object command, EnforcementCase @case)
    {
        user.EnsureActsFor(@case.OrganId);
        if (ObstacleUnlessMine(rights.Rows[RightsTable.OperationOf(command.GetType())], @case) is { } refusal)
            throw refusal;
    }

    /// <summary>Locks the case until the commit, for a caller that cannot send the version it has seen.</summary>
    public Task HoldAsync(Guid id, CancellationToken ct) =>
        db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Version, x => x.Version), ct);

    /// <summary>The whole case within the reader's scope, tracked.</summary>
    /// <exception cref="DomainException"><see cref="EnforcementCase.NotFound"/>.</exception>
    public async Task<EnforcementCase> ReadAsync(Guid id, CancellationToken ct) =>
        await db
            .Cases.Include(c => c.PaymentOrder)
            .Include(c => c.Officers.OrderBy(o => o.Place))
            .Include(c => c.Deadlines)
            .Include(c => c.Payments)
            .Include(c => c.Refunds)
            .AsSplitQuery()
            .FirstOrDefaultAsync(c => c.Id == id, ct)
        ?? throw EnforcementCase.NotFound.With($"案件 {id}");

    /// <summary>The answer to an act that was done.</summary>
    public CaseAfterAct After(EnforcementCase @case, ICaseAct act) =>
        new(@case.Id, @case.Version, @case.Stage, @case.OpenDuties(), ClaimedTime.IsLate(act.DoneAt, clock.GetUtcNow()));

    /// <summary>Why the present user may not do an act in this case; null when he or she may.</summary>
    /// <param name="opened">The file of the case, which shows who proposed, reviewed and signed.</param>
    public DomainException? ObstacleUnlessAllowed(Right right, EnforcementCase @case, CaseAct act, OrdinaryFile opened) =>
        right.Grant != Grant.Roles || !right.Roles.Overlaps(user.Roles) ? CurrentUser.NotAllowed.With($"当前岗位不能办理：{right.Term}")
        : user.OrganId != @case.OrganId ? CurrentUser.NotAllowed.With("上级机关或者其他机关不得代为办理")
        : ObstacleUnlessMine(right, @case)
            ?? (OrdinaryProcedure.Of(act) is { } row ? SeparationOfDuty.WhyNot(opened, row, user.PersonId, body: null) : null);

    private DomainException? ObstacleUnlessMine(Right right, EnforcementCase @case)
    {
        var handled = SeparationOfDuty.WhyNotOutsider(@case, user.PersonId);
        return right.Relation switch
        {
            // in the street, before anybody is appointed: the act itself asks who was at the scene
            Relation.OfficerOfCase => handled is null && @case.Officers.Count > 0
                ? NotOfficerOfCase.With("当前人员不是本案承办人员")
                : null,
            Relation.NotOfficerOfCase => handled,
            Relation.Any => null,
        };
    }
}
