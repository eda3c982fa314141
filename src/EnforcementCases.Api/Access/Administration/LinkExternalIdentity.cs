using System.Text.Json.Serialization;
using EnforcementCases.Api.Access.External;
using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Links an account to its owner's identity at the external authority (关联统一身份), so that the owner can sign in through it, once a second administrator or the owner has
/// confirmed it; a link is removed at once. Roles do not change.</summary>
/// <param name="ClaimValue">Value of the configured claim, usually an employee number; unique among accounts. Null removes the link. Only a keyed hash of it is
/// stored, so it is never shown again.</param>
public sealed record LinkExternalIdentityCommand(string? ClaimValue) : ICommand<AccountDetails>, IChangesVersion
{
    /// <summary>From the route.</summary>
    [JsonIgnore]
    public Guid AccountId { get; init; }
}

internal sealed class LinkExternalIdentityValidator : AbstractValidator<LinkExternalIdentityCommand>
{
    public LinkExternalIdentityValidator() =>
        RuleFor(c => c.ClaimValue)
            .Must(value =>
                value is null || (value.Length is > 0 and <= ExternalIdentity.ClaimMaxLength && value.Trim().Length == value.Length)
            )
            .WithMessage("统一身份标识为 1 至 200 字，首尾不得有空格");
}

internal sealed class LinkExternalIdentityHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    RequestContext context,
    ExternalIdentity identity,
    SessionDirectory directory,
    GuardedChanges changes,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<LinkExternalIdentityCommand, AccountDetails>
{
    public static readonly DomainError Taken = new("access.external-identity-taken", null, ErrorKind.Conflict, "该统一身份已关联其他账号");

    public async Task<AccountDetails> Handle(LinkExternalIdentityCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        context.EnsureSeen(account.Id, account.RightsVersion);
        user.EnsureNotOwn(account);
        var key = request.ClaimValue is { } value ? identity.KeyOf(value) : null;
        await db.EnsureNotLinkedAsync(account, key, cancellationToken);
        var now = clock.GetUtcNow();
        if (key is not null)
        {
            await changes.AskAsync(account, GuardedChangeKind.ExternalIdentityLinked, new() { ExternalKey = key }, cancellationToken);
        }
        else
        {
            await db.LinkExternalAsync(account, key: null, now, cancellationToken);
            journal.Note(SecurityEventKind.ExternalIdentityUnlinked, account);
            unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        }
        return await db.DescribeAsync(account, now, cancellationToken);
    }
}

/// <summary>Links accounts to identities at the external authority.</summary>
internal static class ExternalLinks
{
    /// <exception cref="DomainException"><see cref="LinkExternalIdentityHandler.Taken"/>.</exception>
    public static async Task EnsureNotLinkedAsync(this AppDbContext db, Account account, string? key, CancellationToken ct)
    {
        if (key is not null && await db.Users.IgnoreQueryFilters().AnyAsync(a => a.ExternalKey == key && a.Id != account.Id, ct))
            throw LinkExternalIdentityHandler.Taken.With("一个统一身份只能关联一个账号");
    }

    /// <summary>Links or unlinks an account, and ends the sessions opened by the person who was linked before.</summary>
    /// <exception cref="DomainException"><see cref="LinkExternalIdentityHandler.Taken"/>.</exception>
    public static async Task LinkExternalAsync(this AppDbContext db, Account account, string? key, DateTimeOffset now, CancellationToken ct)
    {
        await db.EnsureNotLinkedAsync(account, key, ct);
        account.LinkExternal(key);
        foreach (
            var session in await db
                .Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null && s.OpenedBy == SignInWay.Authority)
                .ToListAsync(ct)
        )
            session.End(SessionEnd.EndedByAdministrator, now);
    }
}
