using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Transparency;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Recording.Log;

/// <summary>Lets a new key sign the checkpoints of the log from now on (密钥轮换); both keys sign a statement of it, which is entered into the record.</summary>
/// <param name="Reason">Why, for the record.</param>
public sealed record RotateLogKeyCommand(string Reason) : ICommand<LogKeyView>;

/// <summary>A key of the log.</summary>
/// <param name="Number">Number of the key, from 1.</param>
/// <param name="Key">The key with which its signatures are verified, as a trust file holds it.</param>
/// <param name="FromSize">Smallest size of a checkpoint that it signs.</param>
public sealed record LogKeyView(int Number, string Key, long FromSize);

internal sealed class RotateLogKeyValidator : AbstractValidator<RotateLogKeyCommand>
{
    public RotateLogKeyValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(200);
}

internal sealed class RotateLogKeyHandler(AppDbContext db, ICheckpointSigner signer, CurrentUser user, TimeProvider clock)
    : IRequestHandler<RotateLogKeyCommand, LogKeyView>
{
    public async Task<LogKeyView> Handle(RotateLogKeyCommand request, CancellationToken cancellationToken)
    {
        var root = await db.RootOfAsync(user, cancellationToken);
        // takes the log from whoever appends to it, until the commit: at the next size nothing is signed with the present key any more
        if (await db.LogHeads.ExecuteUpdateAsync(h => h.SetProperty(x => x.Token, x => x.Token + 1), cancellationToken) == 0)
            throw LogErrors.Empty.With("日志为空");
        var head = await db.LogHeads.AsNoTracking().FirstAsync(cancellationToken);
        var present = await db.LogKeys.OrderByDescending(k => k.Number).FirstAsync(cancellationToken);
        var (number, from) = (present.Number + 1, head.Size + 1);
        using var key = signer.KeyOf(head.Origin, number);
        var statement = new SignedNote($"{head.Origin}\nkey rotation\n{present.Text}\n{key.Text}\n{from}\n", []);
        statement = statement.With(signer.Sign(statement, head.Origin, present.Number)).With(signer.Sign(statement, head.Origin, number));
        var (now, reason) = (clock.GetUtcNow(), TextRules.Paragraphs(request.Reason));
        var next = present.Rotate(Guid.CreateVersion7(now), key.Text, from, statement.Write(), reason, root, now);
        db.LogKeys.Add(next);
        return new(next.Number, next.Text, next.FromSize);
    }
}

internal static class LogOrganisation
{
    /// <summary>The organisation at the top, whose administrator decides for the whole installation; what concerns the log is entered into its chain.</summary>
    /// <exception cref="Domain.DomainException"><see cref="CurrentUser.NotAllowed"/>.</exception>
    public static async Task<(Guid Id, string Path)> RootOfAsync(this AppDbContext db, CurrentUser user, CancellationToken ct) =>
        await db.Organisations.AnyAsync(o => o.Id == user.OrganisationId && o.ParentId != null, ct)
            ? throw CurrentUser.NotAllowed.With("日志面向全部机构，由最上级机构的管理员办理")
            : (user.OrganisationId, user.OrganisationPath);
}
