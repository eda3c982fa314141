using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Uploads;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence;

/// <summary>What an upload is for, as its metadata state it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Sha256">Declared SHA-256 of the whole file.</param>
/// <param name="Name">Name on the device.</param>
/// <param name="MediaType">Declared media type; null if not given.</param>
/// <param name="Device">Number of the device; null if not given.</param>
/// <param name="ParentId">The original of a copy; null for an original.</param>
/// <param name="Copy">What the copy is for; null for an original.</param>
/// <param name="Reason">What a redacted copy hides and why; null for anything else.</param>
internal sealed record UploadPurpose(
    Guid CaseId,
    string Sha256,
    string Name,
    string? MediaType,
    string? Device,
    Guid? ParentId,
    CopyKind? Copy,
    string? Reason
)
{
    private const int ReasonMaxLength = 400;

    private static readonly string[] Names = ["case", "sha256", "filename", "filetype", "device", "parent", "copy", "reason"];

    /// <summary>Reads the metadata of an upload.</summary>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.MetadataMalformed"/>, <see cref="UploadErrors.NameWithPath"/>, <see cref="UploadErrors.TypeNotTaken"/> or a
    /// rule of <see cref="TextRules"/>.</exception>
    public static UploadPurpose Read(string header)
    {
        var sent = UploadMetadata.Read(header, Names);
        if (sent["filetype"] is { } declared && !ContentReader.Takes(declared))
            throw UploadErrors.TypeNotTaken.With("接收照片、录音、录像和 PDF");
        return new(
            sent.Id("case") ?? throw UploadErrors.MetadataMalformed.With("缺少 case").At("/uploadMetadata/case"),
            sent.Sha256("sha256"),
            TextRules.Line(sent.FileName("filename", CaseFile.NameMaxLength)),
            sent["filetype"],
            DeviceIn(sent),
            sent.Id("parent"),
            CopyIn(sent),
            ReasonIn(sent)
        );
    }

    private static string? DeviceIn(UploadMetadata sent) =>
        sent["device"] is not { } device ? null
        : device.Length <= 64 && device.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-') ? device
        : throw UploadErrors.MetadataMalformed.With("device 应为1至64位字母、数字或者 . _ : -").At("/uploadMetadata/device");

    private static CopyKind? CopyIn(UploadMetadata sent) =>
        sent["copy"] is not { } copy ? null
        : Enum.TryParse<CopyKind>(copy, out var kind) && kind.ToString() == copy ? kind
        : throw UploadErrors.MetadataMalformed.With($"copy 应为 {string.Join('、', Enum.GetNames<CopyKind>())}").At("/uploadMetadata/copy");

    private static string? ReasonIn(UploadMetadata sent) =>
        sent["reason"] is not { } reason ? null
        : reason.Length <= ReasonMaxLength ? TextRules.Line(reason)
        : throw UploadErrors.MetadataMalformed.With($"理由不超过 {ReasonMaxLength} 个字符").At("/uploadMetadata/reason");
}

/// <summary>Finds the case that an upload is for, and refuses what it would not take.</summary>
internal sealed class UploadTarget(AppDbContext db, CaseLoader cases, CurrentUser user)
{
    /// <summary>The case of an upload, and the original if it is a copy.</summary>
    /// <exception cref="Domain.DomainException"><see cref="EnforcementCase.NotFound"/>, <see cref="CurrentUser.NotAllowed"/>, <see cref="CaseFile.CaseClosed"/>,
    /// <see cref="CaseFile.Twice"/>, <see cref="CaseFile.NotFound"/> or <see cref="CaseFile.CopyUnfit"/>.</exception>
    public async Task<(EnforcementCase Case, CaseFile? Parent)> FindAsync(UploadPurpose purpose, CancellationToken ct)
    {
        var @case = await cases.ReadAsync(purpose.CaseId, ct);
        user.EnsureActsFor(@case.OrganId);
        CaseFile.EnsureTaken(@case);
        if (await db.CaseFiles.AnyAsync(f => f.CaseId == @case.Id && f.Sha256 == purpose.Sha256, ct))
            throw CaseFile.Twice.With(purpose.Sha256, "设备可以删除该文件");
        var parent = purpose.ParentId is { } id
            ? await db.CaseFiles.FirstOrDefaultAsync(f => f.Id == id && f.CaseId == @case.Id, ct)
                ?? throw CaseFile.NotFound.With($"文件 {id}")
            : null;
        CaseFile.EnsureCopyFits(parent, purpose.Copy, purpose.Reason, kind: null);
        return (@case, parent);
    }
}
