using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Persistence.Requests;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Snapshots;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Pipeline;

/// <summary>One command, one transaction: idempotency row first, then the handler, the follow-ups of what happened, what is derived from it, the record entries, one save, the commit.</summary>
internal sealed class UnitOfWorkBehavior<TRequest, TResponse>(
    AppDbContext db,
    UnitOfWork unitOfWork,
    Dialect dialect,
    FollowUps followUps,
    IEnumerable<IBeforeSave> beforeSave,
    RecordWriter record,
    RequestContext context,
    CurrentUser user,
    PersonalDataVault vault,
    TimeProvider clock
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var key = request is IUnkeyedCommand<TResponse> ? null : Idempotency.KeyOf(request, context, user);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Run(request, key, next, cancellationToken);
            }
            catch (AnsweredBefore)
            {
                return await Replay(key!, cancellationToken);
            }
            catch (Exception error) when (error.DatabaseError() is { } raised && dialect.IsUniqueViolation(raised) && attempt < 3)
            {
                // somebody else entered the same party, act or number a moment ago: judged again, it is seen and either used or refused by name
            }
        }
    }

    private Task<TResponse> Run(TRequest request, IdempotencyKey? key, RequestHandlerDelegate<TResponse> next, CancellationToken ct) =>
        unitOfWork.RunAsync(
            async cancel =>
            {
                followUps.Forget();
                if (key is not null)
                    await Claim(key, cancel);
                var response = await next();
                context.EnsureVersionWasChecked(request);
                return response;
            },
            async (response, cancel) =>
            {
                await followUps.RunAsync(cancel);
                foreach (var derived in beforeSave)
                    await derived.BeforeSaveAsync(cancel);
                await record.WriteAsync(cancel);
                if (key is not null)
                    StoreAnswer(key, response);
            },
            ct,
            shares: key is not null && request is not (IWritesMany or IChangesSnapshot)
        );

    private async Task Claim(IdempotencyKey key, CancellationToken ct)
    {
        const string insert = "INSERT INTO idempotent_requests (id, fingerprint, owner_path, created_at) VALUES ({0}, {1}, {2}, {3})";
        try
        {
            await db.Database.ExecuteSqlRawAsync(
                insert,
                [key.Id, key.Fingerprint, user.OrganisationPath, clock.GetUtcNow().ToUnixTimeMilliseconds()],
                ct
            );
        }
        catch (Exception error) when (error.DatabaseError() is { } raised && dialect.IsUniqueViolation(raised))
        {
            throw new AnsweredBefore();
        }
        catch (Exception error) when (error.DatabaseError() is { } raised && dialect.IsLockTimeout(raised))
        {
            throw Idempotency.StillRunning.With("同一 Idempotency-Key 的请求尚未办结");
        }
    }

    private void StoreAnswer(IdempotencyKey key, TResponse response)
    {
        var row = new IdempotentRequest { Id = key.Id };
        db.Attach(row);
        row.Result = vault.Seal(JsonSerializer.SerializeToUtf8Bytes(response, JsonSerializerOptions.Web), SealedCell.Answer(key.Id));
    }

    private async Task<TResponse> Replay(IdempotencyKey key, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var row =
            await db.IdempotentRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == key.Id, ct)
            ?? throw Idempotency.StillRunning.With("同一 Idempotency-Key 的请求刚刚撤回，请重试");
        if (!CryptographicOperations.FixedTimeEquals(row.Fingerprint, key.Fingerprint))
            throw Idempotency.AnotherBody.With("Idempotency-Key 已用于另一请求");
        if (row.OwnerPath.Length > 0 && !user.Scope.Contains(row.OwnerPath))
            throw CurrentUser.NotAllowed.With("原请求所属机构已不在当前权限范围内");
        context.Replayed = true;
        return JsonSerializer.Deserialize<TResponse>(vault.Open(row.Result!, SealedCell.Answer(row.Id)), JsonSerializerOptions.Web)!;
    }

    private sealed class AnsweredBefore : Exception;
}

/// <summary>The key of a write as it is stored.</summary>
/// <param name="Id">SHA-256 over person, operation and key.</param>
/// <param name="Fingerprint">SHA-256 over the request.</param>
internal sealed record IdempotencyKey(string Id, byte[] Fingerprint);

/// <summary>Checks the form of an <c>Idempotency-Key</c>.</summary>
internal static class Idempotency
{
    private const int ShortestKey = 8;
    private const int LongestKey = 128;

    public static readonly DomainError KeyMissing = new(
        "request.idempotency-key-missing",
        null,
        ErrorKind.Malformed,
        "写操作须带 Idempotency-Key 请求头"
    );

    public static readonly DomainError KeyMalformed = new(
        "request.idempotency-key-malformed",
        null,
        ErrorKind.Malformed,
        "Idempotency-Key 应为 8 至 128 位字母、数字或者 . _ : -"
    );

    public static readonly DomainError AnotherBody = new(
        "request.idempotency-key-reused",
        null,
        ErrorKind.Unacceptable,
        "同一 Idempotency-Key 不得用于不同的请求"
    );

    public static readonly DomainError StillRunning = new(
        "request.in-progress",
        null,
        ErrorKind.Conflict,
        "相同的请求正在办理，请稍后重试"
    );

    public static IdempotencyKey KeyOf<TRequest>(TRequest request, RequestContext context, CurrentUser user)
        where TRequest : notnull
    {
        if (string.IsNullOrEmpty(context.IdempotencyKey))
            throw KeyMissing.With("缺少 Idempotency-Key");
        if (
            context.IdempotencyKey.Length is < ShortestKey or > LongestKey
            || !context.IdempotencyKey.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-')
        )
            throw KeyMalformed.With("Idempotency-Key 不符合格式");
        var operation = RightsTable.OperationOf(typeof(TRequest));
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{user.PersonId:N}\n{operation}\n{context.IdempotencyKey}"));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request, JsonSerializerOptions.Web));
        hash.AppendData(Encoding.UTF8.GetBytes(context.Path));
        return new(Convert.ToHexStringLower(id), hash.GetHashAndReset());
    }
}
