using System.Globalization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Recording;
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

/// <summary>Goes on with a database that is older than what was signed (日志恢复): a new log begins, under another origin and key, with everything that the database holds. What
/// was lost is entered into the record; the notes of the log before are kept beside the keys.</summary>
/// <param name="Reason">Why the newer data cannot be restored, for the record.</param>
public sealed record RecoverLogCommand(string Reason) : ICommand<LogKeyView>, IWritesWhenStopped, IWritesMany;

internal sealed class RecoverLogValidator : AbstractValidator<RecoverLogCommand>
{
    public RecoverLogValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(200);
}

internal sealed class RecoverLogHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    ICheckpointSigner signer,
    LogGuard guard,
    LogMemory memory,
    LogSequencer sequencer,
    CurrentUser user,
    TimeProvider clock
) : IRequestHandler<RecoverLogCommand, LogKeyView>
{
    public static readonly DomainError NotStopped = new("log.not-stopped", null, ErrorKind.Conflict, "日志没有中断，无须恢复");

    public async Task<LogKeyView> Handle(RecoverLogCommand request, CancellationToken cancellationToken)
    {
        var root = await db.RootOfAsync(user, cancellationToken);
        if (guard.Why is null)
            throw NotStopped.With("系统没有因日志不一致而停止写入");
        var (now, reason) = (clock.GetUtcNow(), TextRules.Paragraphs(request.Reason));
        var text = memory.LastText() ?? "";
        var lost = text.IsNormalized() ? SignedNote.Read(text) : null; // what is damaged is kept beside the keys, not in the record
        var head = await db.LogHeads.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        var present = await db.LogKeys.OrderByDescending(k => k.Number).FirstOrDefaultAsync(cancellationToken);
        var origin = NextOrigin(
            head?.Origin ?? LogMemory.CheckpointOf(lost)?.Origin ?? present?.Text.Split('+')[0] ?? throw LogErrors.Empty.With("日志为空")
        );
        using var key = signer.KeyOf(origin, (present?.Number ?? 0) + 1);
        present ??= new LogKey(Guid.CreateVersion7(now), 0, "", 0);
        var next = present.Recover(Guid.CreateVersion7(now), key.Text, lost?.Write() ?? "", head?.Size ?? 0, reason, root, now);
        await db.LogLeaves.ExecuteDeleteAsync(cancellationToken);
        await db.LogTiles.ExecuteDeleteAsync(cancellationToken);
        await db.LogCheckpoints.ExecuteDeleteAsync(cancellationToken);
        var begun = await db.LogHeads.ExecuteUpdateAsync(
            h =>
                h.SetProperty(x => x.Origin, origin)
                    .SetProperty(x => x.Size, 0)
                    .SetProperty(x => x.Frontier, Array.Empty<byte>())
                    .SetProperty(x => x.Token, x => x.Token + 1),
            cancellationToken
        );
        if (begun == 0)
            db.LogHeads.Add(new() { Origin = origin });
        db.LogKeys.Add(next);
        unitOfWork.AfterCommit(() =>
        {
            memory.PutAside(now);
            sequencer.SweepNext();
            guard.Open();
        });
        return new(next.Number, next.Text, next.FromSize);
    }

    /// <summary>The same origin with the number of its epoch: <c>…/epoch-2</c> after the first recovery.</summary>
    private static string NextOrigin(string origin)
    {
        var at = origin.LastIndexOf("/epoch-", StringComparison.Ordinal);
        var epoch = at < 0 ? 1 : int.Parse(origin[(at + "/epoch-".Length)..], CultureInfo.InvariantCulture);
        return $"{(at < 0 ? origin : origin[..at])}/epoch-{epoch + 1}";
    }
}
