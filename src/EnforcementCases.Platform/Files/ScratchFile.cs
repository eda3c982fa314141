namespace EnforcementCases.Platform.Files;

/// <summary>Small things that are made for one answer, on the disk and not in memory: a file without a name, gone with the request.</summary>
internal sealed class ScratchFile : IAsyncDisposable
{
    private readonly FileStream file;

    public ScratchFile(Installation installation)
    {
        Directory.CreateDirectory(installation.ScratchDirectory);
        var path = Path.Combine(installation.ScratchDirectory, Guid.NewGuid().ToString("N"));
        file = new(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Delete,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        if (!OperatingSystem.IsWindows())
            File.Delete(path); // also gone if the process ends
    }

    /// <summary>Keeps bytes until the end of the request.</summary>
    /// <exception cref="IOException">The disk is full or read-only.</exception>
    public async Task<ZipItem> KeepAsync(string name, byte[] content, CancellationToken ct)
    {
        var at = file.Length;
        file.Position = at;
        await file.WriteAsync(content, ct);
        await file.FlushAsync(ct);
        return new(name, Measured.Of(content), () => new Slice(file, at, content.Length));
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    /// <summary>A part of the file, read once.</summary>
    private sealed class Slice(FileStream file, long from, long length) : Stream
    {
        private long read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position
        {
            get => read;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var got = await RandomAccess.ReadAsync(
                file.SafeFileHandle,
                buffer[..(int)Math.Min(buffer.Length, length - read)],
                from + read,
                cancellationToken
            );
            read += got;
            return got;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var got = RandomAccess.Read(file.SafeFileHandle, buffer.AsSpan(offset, (int)Math.Min(count, length - read)), from + read);
            read += got;
            return got;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
