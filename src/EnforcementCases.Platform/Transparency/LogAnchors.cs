using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Recording;
using EnforcementCases.Platform.Operations;
using EnforcementCases.Transparency;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Transparency;

/// <summary>Takes the state of the log outside: witnesses of other organisations cosign it (C2SP tlog-witness), an authority stamps its time (RFC 3161).</summary>
internal sealed class LogAnchors(
    IServiceScopeFactory scopes,
    LogMemory memory,
    LogGuard guard,
    LogSettings settings,
    TimeProvider clock,
    ILogger<LogAnchors> log
) : IDisposable
{
    /// <summary>The media type in which a witness answers with the size that it knows.</summary>
    private const string SizeType = "text/x.tlog.size";

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private DateTimeOffset nextAt = DateTimeOffset.MinValue;

    public void Dispose() => http.Dispose();

    /// <summary>Anchors the last checkpoint if its time has come.</summary>
    public async Task RunIfDueAsync(CancellationToken ct)
    {
        if (clock.GetUtcNow() < nextAt)
            return;
        nextAt = clock.GetUtcNow() + settings.AnchorEvery;
        await RunAsync(ct);
    }

    /// <summary>Anchors the last checkpoint now.</summary>
    /// <returns>Number of witnesses that cosigned it.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (settings.Witnesses.Count == 0 && settings.TimeStamps is null)
            return 0;
        await using var scope = scopes.SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var last = await db.LogCheckpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(ct);
        if (
            last is null
            || SignedNote.Read(Encoding.UTF8.GetString(last.Note)) is not { } note
            || Checkpoint.Of(note) is not { } checkpoint
        )
            return 0;
        var cosigned = 0;
        foreach (var witness in settings.Witnesses)
        {
            if (await CosignatureAsync(db, witness, checkpoint, note, ct) is not { } signature)
                continue;
            note = note.With(signature);
            cosigned++;
        }
        var stamp = last.TimeStamp ?? await TimeStampAsync(note, ct);
        if (cosigned > 0 || stamp is not null)
            await StoreAsync(scope, last, note, cosigned > 0, stamp, ct);
        return cosigned;
    }

    private async Task StoreAsync(
        AsyncServiceScope scope,
        LogCheckpoint last,
        SignedNote note,
        bool cosigned,
        byte[]? stamp,
        CancellationToken ct
    )
    {
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var (at, bytes) = (clock.GetUtcNow(), Encoding.UTF8.GetBytes(note.Write()));
        if (cosigned)
            memory.EnterAnchored(note);
        await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(
                cancel =>
                    db.LogCheckpoints.Where(c => c.Size == last.Size)
                        .ExecuteUpdateAsync(
                            c =>
                                c.SetProperty(x => x.Note, bytes)
                                    .SetProperty(x => x.AnchoredAt, x => cosigned ? at : x.AnchoredAt)
                                    .SetProperty(x => x.TimeStamp, stamp),
                            cancel
                        ),
                beforeSave: null,
                ct
            );
    }

    /// <summary>The signature of a witness; null if it gave none.</summary>
    private async Task<NoteSignature?> CosignatureAsync(
        AppDbContext db,
        LogWitness witness,
        Checkpoint checkpoint,
        SignedNote note,
        CancellationToken ct
    )
    {
        try
        {
            using var key = NoteKey.Read(witness.Key);
            var known = LogMemory.CheckpointOf(memory.Anchored)?.Size ?? 0;
            var (status, body) = await AskAsync(db, witness, known, checkpoint, note, ct);
            if (status == HttpStatusCode.Conflict && SizeIn(body) is { } seen)
            {
                known = seen;
                if (known > checkpoint.Size)
                {
                    var size = await db.LogHeads.Select(h => h.Size).FirstOrDefaultAsync(ct);
                    if (known > size) // else another process let it cosign a longer log meanwhile
                        guard.Close(
                            $"见证方已见 {known} 项，日志只有 {size} 项 | {witness.Address} has seen {known} leaves, the log has {size}"
                        );
                    return null;
                }
                (status, body) = await AskAsync(db, witness, known, checkpoint, note, ct);
                if (status == HttpStatusCode.Conflict && known == checkpoint.Size && SizeIn(body) == known)
                {
                    guard.Close(
                        $"见证方所见 {known} 项的日志内容不同 | {witness.Address} has seen another log of {known} leaves than the one that is stored"
                    );
                    return null;
                }
            }
            if (status == HttpStatusCode.UnprocessableEntity)
                guard.Close($"见证方认定日志不连续 | {witness.Address} finds that the log does not extend what it has seen");
            var answered = status == HttpStatusCode.OK ? SignedNote.Read($"{note.Text}\n{body}") : null;
            if (answered is not null && key.VerdictOn(answered) == NoteVerdict.Signed)
                return answered.Signatures.First(s => s.Name == key.Name && s.KeyId == key.Id);
            log.LogWarning("Witness {Witness} did not cosign: {Status}", witness.Address, (int)status);
        }
        catch (Exception error)
            when (error is HttpRequestException or FormatException || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            log.LogWarning(error, "Witness {Witness} could not be asked", witness.Address);
        }
        return null;
    }

    /// <summary>The size in an answer of a witness; null if it is none.</summary>
    private static long? SizeIn(string body) =>
        long.TryParse(body.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(
        AppDbContext db,
        LogWitness witness,
        long known,
        Checkpoint checkpoint,
        SignedNote note,
        CancellationToken ct
    )
    {
        var proof = known > checkpoint.Size ? [] : await new TreeReader(new LogTiles(db), checkpoint.Size).ConsistencyAsync(known, ct);
        var lines = string.Concat(proof.Select(hash => Convert.ToBase64String(hash) + "\n"));
        using var content = new StringContent(string.Create(CultureInfo.InvariantCulture, $"old {known}\n{lines}\n{note.Write()}"));
        using var answer = await http.PostAsync(new Uri(witness.Address, "add-checkpoint"), content, ct);
        var isSize = answer.Content.Headers.ContentType?.MediaType == SizeType;
        var status = answer.StatusCode == HttpStatusCode.Conflict && !isSize ? HttpStatusCode.BadGateway : answer.StatusCode;
        return (status, await answer.Content.ReadAsStringAsync(ct));
    }

    /// <summary>A token over the text of the note; null if none is configured or none was given.</summary>
    private async Task<byte[]?> TimeStampAsync(SignedNote note, CancellationToken ct)
    {
        if (settings.TimeStamps is null)
            return null;
        try
        {
            var nonce = RandomNumberGenerator.GetBytes(8);
            nonce[0] = (byte)(nonce[0] & 0x7f | 0x01); // a positive number without leading zeros
            var request = Rfc3161TimestampRequest.CreateFromData(
                note.TextBytes,
                HashAlgorithmName.SHA256,
                nonce: nonce,
                requestSignerCertificates: true
            );
            using var content = new ByteArrayContent(request.Encode());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = await http.PostAsync(settings.TimeStamps, content, ct);
            answer.EnsureSuccessStatusCode();
            var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(ct), out _);
            if (IsFrom(settings.TimeStampIssuer, token, note))
                return token.AsSignedCms().Encode();
            log.LogWarning("The time-stamp token of {Address} is not signed by the configured authority", settings.TimeStamps);
        }
        catch (Exception error)
            when (error is HttpRequestException or CryptographicException or IOException
                || (error is OperationCanceledException && !ct.IsCancellationRequested)
            )
        {
            log.LogWarning(error, "No time-stamp token from {Address}", settings.TimeStamps);
        }
        return null;
    }

    /// <summary>Whether the token is over the note and, if a certificate is configured, signed with it.</summary>
    private static bool IsFrom(string? certificate, Rfc3161TimestampToken token, SignedNote note)
    {
        if (!token.VerifySignatureForData(note.TextBytes, out var signedBy))
            return false;
        using (signedBy)
        {
            if (certificate is null)
                return true;
            using var expected = X509CertificateLoader.LoadCertificateFromFile(certificate);
            return signedBy.RawData.AsSpan().SequenceEqual(expected.RawData);
        }
    }
}
