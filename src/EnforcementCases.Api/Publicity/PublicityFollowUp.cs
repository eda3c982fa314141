using System.Security.Cryptography;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Publicity;

/// <summary>Makes an item for each decision, wakes it with the service on the party, and takes its page down when the decision is changed or falls; in the transaction of the act.</summary>
internal sealed class PublicityFollowUp(AppDbContext db, CatalogueDirectory catalogue, SequenceSource sequence, TimeProvider clock)
    : IFollowUp<PenaltyDecided>,
        IFollowUp<OrderDecided>,
        IFollowUp<NoPenaltyDecided>,
        IFollowUp<DecisionServed>,
        IFollowUp<OrdinaryActDone>,
        IFollowUp<DecisionFell>,
        IFollowUp<DecisionFoundUnlawful>,
        IFollowUp<FineChanged>
{
    /// <summary>Excludes characters that look alike.</summary>
    private const string CodeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const int CodeLength = 20;

    /// <summary>A penalty was decided.</summary>
    public Task FollowUpAsync(PenaltyDecided happened, CancellationToken ct)
    {
        var isSimple = happened.Case.Procedure is CaseProcedure.Simple;
        Add(happened, isSimple ? PublicDecisionKind.OnTheSpotPenalty : PublicDecisionKind.Penalty, happened.Case.Outcome);
        return Task.CompletedTask;
    }

    /// <summary>Orders were decided without a penalty.</summary>
    public Task FollowUpAsync(OrderDecided happened, CancellationToken ct)
    {
        Add(happened, PublicDecisionKind.Order, happened.Case.Outcome);
        return Task.CompletedTask;
    }

    /// <summary>It was decided that no penalty is imposed.</summary>
    public Task FollowUpAsync(NoPenaltyDecided happened, CancellationToken ct)
    {
        Add(happened, PublicDecisionKind.NoPenalty, happened.Outcome);
        return Task.CompletedTask;
    }

    /// <summary>The decision was served: its item waits for the clerk from now on.</summary>
    public async Task FollowUpAsync(DecisionServed happened, CancellationToken ct)
    {
        foreach (var item in (await OfAsync(happened.Case, ct)).Where(i => IsOf(happened.Case, i)))
            item.Serve(LegalDate.Of(happened.At));
    }

    /// <summary>A decision without a penalty is served by its paper.</summary>
    public async Task FollowUpAsync(OrdinaryActDone happened, CancellationToken ct)
    {
        if (happened.Act.Body is not ServeDocument served)
            return;
        foreach (
            var item in (await OfAsync(happened.Case, ct)).Where(i =>
                i is { Kind: PublicDecisionKind.NoPenalty, DocumentId: { } paper } && served.DocumentIds.Contains(paper)
            )
        )
            item.Serve(happened.Act.Entry.ServedOn ?? LegalDate.Of(happened.At));
    }

    /// <summary>The decision was revoked, struck down or found invalid.</summary>
    public Task FollowUpAsync(DecisionFell happened, CancellationToken ct)
    {
        var ground = happened.Validity is DecisionValidity.Invalid ? TakedownGround.Invalid : TakedownGround.Revoked;
        return EndAsync(happened, ground, happened.Reason, ct);
    }

    /// <summary>The decision was found unlawful and still applies: it is withdrawn all the same.</summary>
    public Task FollowUpAsync(DecisionFoundUnlawful happened, CancellationToken ct) =>
        EndAsync(happened, TakedownGround.Unlawful, reason: null, ct);

    /// <summary>A remedy changed the fine: the page is withdrawn, and the decision as changed is another item.</summary>
    public async Task FollowUpAsync(FineChanged happened, CancellationToken ct)
    {
        var @case = happened.Case;
        if (!(await OfAsync(@case, ct)).Any(i => IsOf(@case, i) && i.WasShown))
            return; // what is published later is made from the case as it is then
        await EndAsync(happened, TakedownGround.Changed, reason: null, ct);
        var isSimple = @case.Procedure is CaseProcedure.Simple;
        Add(happened, isSimple ? PublicDecisionKind.OnTheSpotPenalty : PublicDecisionKind.Penalty, @case.Outcome)
            .Serve(LegalDate.Of(happened.At)); // the party has the decision already, and the result by its own service
    }

    private PublicationItem Add(CaseEvent happened, PublicDecisionKind kind, CaseOutcome? outcome)
    {
        var (@case, now, countedFrom) = (happened.Case, clock.GetUtcNow(), LegalDate.Of(happened.At));
        var paper =
            kind is PublicDecisionKind.NoPenalty ? PaperOf(@case, DocumentKind.NoPenaltyDecision) : PaperOf(@case, @case.DecisionNumber);
        var isPenalty = kind is PublicDecisionKind.OnTheSpotPenalty or PublicDecisionKind.Penalty;
        var days = catalogue
            .Current.Parameter(
                @case.OrganisationPath,
                isPenalty ? LocalParameters.PublishPenalty : LocalParameters.PublishOther,
                countedFrom
            )
            .Number;
        var item = new PublicationItem(
            @case,
            new()
            {
                Id = Guid.CreateVersion7(now),
                Seq = sequence.Next(),
                Code = RandomNumberGenerator.GetString(CodeAlphabet, CodeLength),
                DocumentId = paper?.Id,
                Number = paper?.Number ?? @case.DecisionNumber ?? "",
                Kind = kind,
                DecidedOn = kind is PublicDecisionKind.NoPenalty ? countedFrom : @case.DecidedOn ?? countedFrom,
                DueOn = PublicityClock.LastDayToPublish(isPenalty, countedFrom, days, catalogue.Current.Calendar),
                Withheld = PublicDecisions.WithheldByLaw(@case.Party, outcome),
            },
            now
        );
        db.PublicationItems.Add(item);
        return item;
    }

    private async Task EndAsync(CaseEvent happened, TakedownGround ground, string? reason, CancellationToken ct)
    {
        var @case = happened.Case;
        var effectiveOn = LegalDate.Of(happened.At);
        var withdrawBy = PublicityClock.LastDayToWithdraw(effectiveOn, catalogue.Current.Calendar);
        foreach (var item in (await OfAsync(@case, ct)).Where(i => IsOf(@case, i)))
            item.DecisionEnded(ground, Shown(@case, reason), effectiveOn, withdrawBy, clock.GetUtcNow());
    }

    /// <summary>The reason if it names nobody and holds no number; otherwise the clerk states it.</summary>
    private static string? Shown(EnforcementCase @case, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > PublicationItem.ReasonMaxLength)
            return null;
        string?[] names = [@case.Party.Name, @case.Party.Representative, .. @case.Officers.Select(o => o.Name)];
        var context = new MaskContext { Persons = [.. names.OfType<string>().Select(n => new LinkedPerson(n, LinkedAs.Other))] };
        return TextMask.Apply(reason, context).IsUntouched() ? reason : null;
    }

    /// <summary>Whether an item is that of the decision that the case has now: an earlier one of the same case has another number, and a case without penalty has none.</summary>
    private static bool IsOf(EnforcementCase @case, PublicationItem item) =>
        item.Kind is PublicDecisionKind.NoPenalty ? @case.DecisionNumber is null : item.Number == @case.DecisionNumber;

    private async Task<IReadOnlyList<PublicationItem>> OfAsync(EnforcementCase @case, CancellationToken ct)
    {
        var added = db
            .ChangeTracker.Entries<PublicationItem>()
            .Where(e => e.State is EntityState.Added && e.Entity.CaseId == @case.Id)
            .Select(e => e.Entity)
            .ToList();
        if (db.Entry(@case).State is EntityState.Added)
            return added; // nothing of it is stored yet
        var stored = await db
            .PublicationItems.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(i => i.CaseId == @case.Id)
            .ToListAsync(ct);
        return [.. stored, .. added];
    }

    private CaseDocument? PaperOf(EnforcementCase @case, string? number) => Issued(@case).FirstOrDefault(d => d.Number == number);

    private CaseDocument? PaperOf(EnforcementCase @case, DocumentKind kind) => Issued(@case).FirstOrDefault(d => d.Kind == kind);

    /// <summary>What was issued in this transaction; a decision is issued in the one in which it is made.</summary>
    private IEnumerable<CaseDocument> Issued(EnforcementCase @case) =>
        db
            .ChangeTracker.Entries<CaseDocument>()
            .Where(e => e.State is EntityState.Added && e.Entity.CaseId == @case.Id)
            .Select(e => e.Entity);
}
