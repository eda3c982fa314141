using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Platform.Access;

/// <summary>Writes the security log (安全日志): with the change it is about, or alone when something was refused.</summary>
internal sealed class SecurityJournal(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    PersonalDataVault vault,
    SequenceSource sequence,
    TimeProvider clock,
    IServiceScopeFactory scopes,
    ILogger<SecurityJournal> log
)
{
    /// <summary>A line that is saved with the present unit of work.</summary>
    /// <param name="detail">Details, as codes of the program; never text that a user typed.</param>
    public void Note(SecurityEventKind kind, Account? about = null, string? detail = null) =>
        db.SecurityEvents.Add(Line(kind, about, detail: detail));

    /// <summary>A line about an organisation, saved with the present unit of work.</summary>
    /// <param name="ownerPath">Path of the organisation whose auditors see it.</param>
    public void NoteAbout(SecurityEventKind kind, string ownerPath, string detail) =>
        db.SecurityEvents.Add(Line(kind, null, ownerPath, detail));

    /// <summary>A line about a refusal. The refusal applies even if the line cannot be written.</summary>
    public async Task NoteRefusalAsync(SecurityEventKind kind, string? detail = null)
    {
        try
        {
            await NoteAloneAsync(kind, detail: detail);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            log.LogCritical(error, "{Kind} could not be written to the security log.", kind);
        }
    }

    /// <summary>A line in a transaction of its own, for an event that changed nothing else.</summary>
    /// <param name="ownerPath">Path of the organisation whose auditors see it; default: the caller's organisation.</param>
    public async Task NoteAloneAsync(SecurityEventKind kind, string? ownerPath = null, string? detail = null)
    {
        var line = Line(kind, null, ownerPath, detail);
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

    private SecurityEvent Line(SecurityEventKind kind, Account? about, string? ownerPath = null, string? detail = null) =>
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
            Detail = detail is { Length: > SecurityEvent.DetailMaxLength } ? detail[..SecurityEvent.DetailMaxLength] : detail,
            TraceId = context.TraceId,
            RemoteHash = context.RemoteAddress is { } remote ? vault.BlindIndex(remote) : null,
        };
}
