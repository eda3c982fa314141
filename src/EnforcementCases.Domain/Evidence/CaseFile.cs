using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Evidence;

/// <summary>What a copy of a file is for. The original stays as it is.</summary>
public enum CopyKind
{
    /// <summary>缩略图: a small picture of a photo.</summary>
    [Term("缩略图")]
    Thumbnail,

    /// <summary>遮盖件: a copy in which particulars are hidden.</summary>
    [Term("遮盖件")]
    Redacted,
}

/// <summary>What is received as a file of a case.</summary>
public sealed record ReceivedFile
{
    /// <summary>Identity of the file.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of its bytes, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What it is by its content.</summary>
    public required FileContent Content { get; init; }

    /// <summary>Name on the device; kept as text only.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the device that recorded it; null if not given.</summary>
    public string? Device { get; init; }

    /// <summary>Who uploaded it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Server time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The file of which this is a copy; null for an original.</summary>
    public CaseFile? Parent { get; init; }

    /// <summary>What the copy is for; null for an original.</summary>
    public CopyKind? Copy { get; init; }

    /// <summary>What a redacted copy hides and why (遮盖内容和理由); null for anything else.</summary>
    public string? Reason { get; init; }
}

/// <summary>A file of a case (案件文件): evidence, a recording, a signed paper. Acts name it by its SHA-256, so it may arrive before the act or after it. It is never changed;
/// a copy is another file. 国办发〔2018〕118号 三、（三）.</summary>
public sealed class CaseFile : RecordedAggregate, IOwnedByOrganisation, IRowOfRecord
{
    /// <summary>Type of the entry of the record that a receipt goes with.</summary>
    public const string Received = "file-received";

    /// <summary>Longest name that is kept.</summary>
    public const int NameMaxLength = 200;

    /// <summary>There is no such file in the case.</summary>
    public static readonly DomainError NotFound = new("evidence.file-not-found", null, ErrorKind.NotFound, "没有找到该文件");

    /// <summary>The case holds the file already.</summary>
    public static readonly DomainError Twice = new("evidence.file-twice", null, ErrorKind.Conflict, "本案已有相同的文件");

    /// <summary>The case takes no more files.</summary>
    public static readonly DomainError CaseClosed = new("evidence.case-closed", null, ErrorKind.WrongStage, "案件已经办结，不再接收文件");

    /// <summary>The copy does not fit its original.</summary>
    public static readonly DomainError CopyUnfit = new("evidence.copy-unfit", null, ErrorKind.Unacceptable, "副本与原始文件不符");

    private CaseFile() { }

    private CaseFile(EnforcementCase @case, ReceivedFile received)
    {
        (Id, CaseId, OrganisationPath) = (received.Id, @case.Id, @case.OrganisationPath);
        (Sha256, Bytes, Name, Device) = (received.Sha256, received.Bytes, received.Name, received.Device);
        var content = received.Content;
        (MediaType, Kind, Width, Height) = (content.MediaType, content.Kind, content.Width, content.Height);
        (DurationMs, Codec, RecordedAt) = (content.DurationMs, content.Codec, content.RecordedAt);
        (PersonId, ReceivedAt) = (received.PersonId, received.At);
        (ParentId, Copy, Reason) = (received.Parent?.Id, received.Copy, received.Reason);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Path of the organisation that handles the case.</summary>
    public string OrganisationPath { get; private set; } = "";

    /// <summary>SHA-256 of its bytes, 64 lower-case hex digits; also its name in the store.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Media type by its content.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>Kind by its content.</summary>
    public FileKind Kind { get; private set; }

    /// <summary>Name on the device, as text.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Number of the device that recorded it; null if not given.</summary>
    public string? Device { get; private set; }

    /// <summary>Width in pixels; null if unknown.</summary>
    public int? Width { get; private set; }

    /// <summary>Height in pixels; null if unknown.</summary>
    public int? Height { get; private set; }

    /// <summary>Duration by its container in milliseconds; null if unknown.</summary>
    public long? DurationMs { get; private set; }

    /// <summary>Codec by its container; null if unknown.</summary>
    public string? Codec { get; private set; }

    /// <summary>When it was recorded, by its container; null if unknown.</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When it was stored.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The original of a copy; null for an original.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>What the copy is for; null for an original.</summary>
    public CopyKind? Copy { get; private set; }

    /// <summary>What a redacted copy hides and why; null for anything else.</summary>
    public string? Reason { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => CaseId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>The key of the row of a file.</summary>
    public static string KeyOfRow(Guid id) => $"file/{id:D}";

    /// <inheritdoc />
    public RowOfRecord Row() =>
        new(
            CaseId,
            KeyOfRow(Id),
            new RecordFields()
                .Add("id", Id)
                .Add("case", CaseId)
                .Add("organisation", OrganisationPath)
                .Add("sha256", Sha256)
                .Add("bytes", Bytes)
                .Add("mediaType", MediaType)
                .Add("kind", Kind)
                .Add("name", Name)
                .Add("device", Device)
                .Add("width", Width)
                .Add("height", Height)
                .Add("durationMs", DurationMs)
                .Add("codec", Codec)
                .Add("recordedAt", RecordedAt)
                .Add("person", PersonId)
                .Add("receivedAt", ReceivedAt)
                .Add("parent", ParentId)
                .Add("copy", Copy)
                .Add("reason", Reason)
        );

    /// <summary>Refuses a file for a case that takes none any more.</summary>
    /// <exception cref="DomainException"><see cref="CaseClosed"/>.</exception>
    public static void EnsureTaken(EnforcementCase @case)
    {
        if (!@case.TakesFiles)
            throw CaseClosed.With($"案件处于“{@case.Stage.Term()}”阶段");
    }

    /// <summary>Receives a file of a case.</summary>
    /// <exception cref="DomainException"><see cref="CaseClosed"/>, <see cref="CopyUnfit"/> or a rule of <see cref="FileLimits"/>.</exception>
    public static CaseFile Receive(EnforcementCase @case, ReceivedFile received)
    {
        EnsureTaken(@case);
        FileLimits.Ensure(received.Content, received.Bytes);
        EnsureCopyFits(received.Parent, received.Copy, received.Reason, received.Content.Kind);
        var file = new CaseFile(@case, received);
        file.Record(
            new RecordDraft(
                Received,
                received.At,
                new RecordFields()
                    .Add("file", file.Id)
                    .Add("sha256", file.Sha256)
                    .Add("bytes", file.Bytes)
                    .Add("mediaType", file.MediaType)
                    .Add("device", file.Device)
                    .Add("parent", file.ParentId)
                    .Add("copy", file.Copy),
                new RecordFields().Add("name", file.Name).Add("reason", file.Reason)
            )
        );
        return file;
    }

    /// <summary>Refuses a copy that does not fit its original: a copy of a copy, a thumbnail of no photo, a redacted copy without its reason.</summary>
    /// <param name="kind">Kind of the copy by its content; null while it is not known.</param>
    /// <exception cref="DomainException"><see cref="CopyUnfit"/>.</exception>
    public static void EnsureCopyFits(CaseFile? parent, CopyKind? copy, string? reason, FileKind? kind)
    {
        if (parent is null != copy is null)
            throw CopyUnfit.With("副本应当写明原始文件和用途，原始文件都不写");
        if (parent is null)
            return;
        if (parent.ParentId is not null)
            throw CopyUnfit.With("副本不得再作副本", "从原始文件制作");
        if (copy is CopyKind.Thumbnail && (parent.Kind is not FileKind.Photo || kind is not (null or FileKind.Photo)))
            throw CopyUnfit.With("只有照片有缩略图");
        if (copy is CopyKind.Redacted && string.IsNullOrWhiteSpace(reason))
            throw CopyUnfit.With("遮盖件应当写明遮盖的内容和理由");
        if (kind is { } its && its != parent.Kind)
            throw CopyUnfit.With($"原始文件为{parent.Kind.Term()}，副本为{its.Term()}");
    }

    /// <summary>Somebody views or downloads the file (调阅): an entry of the record.</summary>
    public void View(DateTimeOffset at) =>
        Record(new RecordDraft("file-viewed", at, new RecordFields().Add("file", Id).Add("sha256", Sha256)));
}

/// <summary>When a person last viewed a file, so that the parts of one viewing are one entry of the record.</summary>
public sealed class CaseFileView
{
    /// <summary>How long requests for parts of a file belong to one viewing.</summary>
    public static readonly TimeSpan OneViewing = TimeSpan.FromMinutes(15);

    private CaseFileView() { }

    /// <summary>The first viewing.</summary>
    public CaseFileView(Guid fileId, Guid personId, DateTimeOffset at) => (FileId, PersonId, ViewedAt, Times) = (fileId, personId, at, 1);

    /// <summary>The file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When the last viewing began.</summary>
    public DateTimeOffset ViewedAt { get; private set; }

    /// <summary>How many viewings there were.</summary>
    public int Times { get; private set; }

    /// <summary>Whether a request for a part of the file belongs to the last viewing.</summary>
    public bool IsGoingOn(DateTimeOffset at) => at < ViewedAt + OneViewing;

    /// <summary>Another viewing begins.</summary>
    public void Again(DateTimeOffset at) => (ViewedAt, Times) = (at, Times + 1);
}
