using EnforcementCases.Api.Infrastructure;
using EnforcementCases.Api.Infrastructure.Keys;
using EnforcementCases.Api.Infrastructure.Pipeline;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;

namespace EnforcementCases.Api.Access;

/// <summary>Writes the security log (安全日志): with the change it is about, or alone when something was refused.</summary>
internal sealed class SecurityJournal(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    PersonalDataVault vault,
    SequenceSource sequence,
    TimeProvider clock,
    IServiceScopeFactory scopes
)
{
    /// <summary>A line that is saved with the present unit of work.</summary>
    public void Note(SecurityEventKind kind, Account? about = null) => db.SecurityEvents.Add(Line(kind, about));

    /// <summary>A line in a transaction of its own: what it tells of has changed nothing.</summary>
    /// <param name="ownerPath">Whose auditor sees it; the caller's organisation where nothing is said.</param>
    public async Task NoteAloneAsync(SecurityEventKind kind, string? ownerPath = null)
    {
        var line = Line(kind, null, ownerPath);
        await using var scope = scopes.CreateAsyncScope();
        var journal = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(
                _ =>
                {
                    journal.SecurityEvents.Add(line);
                    return Task.FromResult(line.Seq);
                },
                beforeSave: null,
                CancellationToken.None
            );
    }

    private SecurityEvent Line(SecurityEventKind kind, Account? about, string? ownerPath = null) =>
        new()
        {
            Seq = sequence.Next(),
            At = clock.GetUtcNow(),
            Kind = kind,
            ActorAccountId = user.AccountId == default ? null : user.AccountId,
            ActorPersonId = user.PersonId == default ? null : user.PersonId,
            AccountId = about?.Id,
            OwnerPath = ownerPath ?? about?.OrganisationPath ?? user.OrganisationPath,
            Operation = context.Operation,
            TraceId = context.TraceId,
            RemoteHash = context.RemoteAddress is { } remote ? vault.BlindIndex(remote) : null,
        };
}
