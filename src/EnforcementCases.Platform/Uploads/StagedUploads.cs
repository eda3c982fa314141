using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Files;

namespace EnforcementCases.Platform.Uploads;

/// <summary>The bytes of uploads that are not whole yet: one file an upload, which only grows. What a part's answer acknowledges was synced before; after a restart the length of the
/// file is the offset. The hash is computed while bytes arrive.</summary>
internal sealed class StagedUploads(Installation installation, DiskFlush disk)
{
    private const int BufferSize = 256 * 1024;

    private readonly ConcurrentDictionary<Guid, Turn> turns = new();
    private readonly ConcurrentDictionary<Guid, RunningHash> hashes = new();

    /// <summary>Where the bytes of an upload are.</summary>
    public string PathOf(Guid id) => Path.Combine(installation.UploadDirectory, id.ToString("N"));

    /// <summary>How many bytes are there; 0 if none arrived.</summary>
    public long LengthOf(Guid id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Takes the turn of an upload: nobody else writes to it until it is disposed, in no other process either. A newer request for the same upload ends the writing of an older
    /// one, whose connection may be dead, and waits until that one is over.</summary>
    /// <exception cref="DomainException"><see cref="UploadErrors.WrongOffset"/>: another process has the turn.</exception>
    public async Task<Turn> EnterAsync(Guid id, CancellationToken ct)
    {
        var mine = new Turn(this, id);
        for (var holder = turns.GetOrAdd(id, mine); holder != mine; holder = turns.GetOrAdd(id, mine))
        {
            holder.Supersede();
            await holder.Over.WaitAsync(ct);
        }
        try
        {
            Directory.CreateDirectory(installation.UploadDirectory);
            mine.Hold(new FileStream(LockOf(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, Alone, bufferSize: 0));
            return mine;
        }
        catch (IOException held) when (held.HResult is 11 or 35 or unchecked((int)0x80070020)) // EWOULDBLOCK, ERROR_SHARING_VIOLATION
        {
            mine.Dispose();
            throw UploadErrors.WrongOffset.With("同一上传正由另一请求写入", "按已收到的字节数继续");
        }
        catch
        {
            mine.Dispose();
            throw;
        }
    }

    /// <summary>Writes a part. A connection that breaks keeps what arrived, unless the part has a checksum, which then cannot be compared.</summary>
    /// <param name="turn">The turn of the upload.</param>
    /// <param name="length">Declared size of the whole file.</param>
    /// <param name="part">Where the part begins, and its checksum.</param>
    /// <param name="body">The part.</param>
    /// <returns>How many bytes of the file are there now.</returns>
    /// <exception cref="DomainException"><see cref="UploadErrors.WrongOffset"/>, <see cref="UploadErrors.LongerThanDeclared"/> or <see cref="UploadErrors.ChecksumDiffers"/>.</exception>
    /// <exception cref="IOException">The disk did not take it, or the connection broke.</exception>
    public async Task<long> AppendAsync(Turn turn, long length, PartHeaders part, Stream body, CancellationToken ct)
    {
        var id = turn.Id;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, turn.Superseded);
        var isNew = !File.Exists(PathOf(id));
        await using var file = new FileStream(PathOf(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        if (part.Offset != Acknowledged(file.Length, length))
            throw UploadErrors.WrongOffset.With($"已收到 {Acknowledged(file.Length, length)} 字节", "按已收到的字节数继续");
        file.SetLength(part.Offset); // the last byte of a whole file that could not be stored comes again
        file.Position = part.Offset;
        ExceptionDispatchInfo? cut;
        try
        {
            cut = await CopyAsync(id, file, length, part, body, either.Token);
            disk.File(file);
            if (isNew)
                disk.Directory(installation.UploadDirectory);
        }
        catch (Exception error) when (error is IOException or DomainException)
        {
            hashes.TryRemove(id, out _);
            file.SetLength(part.Offset); // after a failed sync nobody knows what the disk has of the part: it comes again
            throw;
        }
        if (cut is not null && turn.Superseded.IsCancellationRequested)
            throw UploadErrors.WrongOffset.With("同一上传已有新的请求", "按已收到的字节数继续");
        cut?.Throw();
        return file.Length;
    }

    /// <summary>How many bytes are acknowledged: the last one only with the receipt, so that a client which asks again goes on until the file is stored.</summary>
    public static long Acknowledged(long there, long length) => Math.Min(there, length - 1);

    /// <summary>SHA-256 of the whole file, in lower-case hex: as computed on arrival, or read again after a restart.</summary>
    public async Task<string> HashAsync(Guid id, CancellationToken ct)
    {
        await using var file = OpenRead(id);
        if (hashes.TryGetValue(id, out var running) && running.Upto == file.Length)
            return Convert.ToHexStringLower(running.Hash.GetCurrentHash());
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    /// <summary>Opens the bytes for reading.</summary>
    public FileStream OpenRead(Guid id) => new(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Forgets an upload and removes what is there of it.</summary>
    public void Drop(Guid id)
    {
        if (hashes.TryRemove(id, out var running))
            running.Hash.Dispose();
        foreach (var path in new[] { PathOf(id), LockOf(id) }.Where(File.Exists))
            File.Delete(path);
    }

    /// <summary>The file that a process has open while it has the turn.</summary>
    private string LockOf(Guid id) => PathOf(id) + ".lock";

    /// <summary>Others can open the file neither for reading nor for writing; it can be removed.</summary>
    private static FileShare Alone => OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <summary>Whether an exception is a connection that ended early.</summary>
    private static bool IsCut(Exception error) => error is IOException or OperationCanceledException;

    /// <returns>The break of the connection; null if the part came whole.</returns>
    private async Task<ExceptionDispatchInfo?> CopyAsync(
        Guid id,
        FileStream file,
        long length,
        PartHeaders part,
        Stream body,
        CancellationToken ct
    )
    {
        var buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
        using var checksum = part.Checksum is { } sent ? IncrementalHash.CreateHash(sent.Algorithm) : null;
        var running = await HashUptoAsync(id, file);
        while (true)
        {
            int read;
            try
            {
                read = await body.ReadAsync(buffer, ct);
            }
            catch (Exception error) when (IsCut(error))
            {
                if (checksum is not null)
                    Undo(id, file, part.Offset);
                return ExceptionDispatchInfo.Capture(error);
            }
            if (read == 0)
                break;
            if (file.Position + read > length)
                throw UploadErrors.LongerThanDeclared.With($"声明为 {length} 字节");
            await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            checksum?.AppendData(buffer, 0, read);
            running.Append(buffer.AsSpan(0, read));
        }
        if (checksum is not null && !CryptographicOperations.FixedTimeEquals(checksum.GetCurrentHash(), part.Checksum!.Value))
            throw UploadErrors.ChecksumDiffers.With("该段已丢弃", "重新发送该段");
        return null;
    }

    private void Undo(Guid id, FileStream file, long offset)
    {
        hashes.TryRemove(id, out _);
        file.SetLength(offset);
    }

    /// <summary>The hash of what is there; read from the disk where another process received it.</summary>
    private async Task<RunningHash> HashUptoAsync(Guid id, FileStream file)
    {
        if (hashes.TryGetValue(id, out var known) && known.Upto == file.Position)
            return known;
        var running = new RunningHash();
        var (upto, buffer) = (file.Position, GC.AllocateUninitializedArray<byte>(BufferSize));
        file.Position = 0;
        while (running.Upto < upto)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, upto - running.Upto)));
            running.Append(buffer.AsSpan(0, read));
        }
        hashes[id] = running;
        return running;
    }

    private sealed class RunningHash
    {
        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Upto { get; private set; }

        public void Append(ReadOnlySpan<byte> bytes)
        {
            Hash.AppendData(bytes);
            Upto += bytes.Length;
        }
    }

    /// <summary>Who writes to an upload.</summary>
    public sealed class Turn(StagedUploads owner, Guid id) : IDisposable
    {
        private FileStream? held;

        /// <summary>The upload.</summary>
        public Guid Id => id;

        private readonly CancellationTokenSource superseded = new();
        private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Superseded => superseded.Token;

        public Task Over => over.Task;

        public void Supersede() => superseded.Cancel();

        public void Hold(FileStream file) => held = file;

        public void Dispose()
        {
            held?.Dispose();
            owner.turns.TryRemove(new(id, this));
            over.TrySetResult();
        }
    }
}
