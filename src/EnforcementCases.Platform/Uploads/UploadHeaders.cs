using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Persistence.Files;

namespace EnforcementCases.Platform.Uploads;

/// <summary>The checksum of a part.</summary>
/// <param name="Algorithm">SHA-1 or SHA-256.</param>
/// <param name="Value">The hash.</param>
internal sealed record PartChecksum(HashAlgorithmName Algorithm, byte[] Value);

/// <summary>What the headers of a part state.</summary>
/// <param name="Offset">Where the part begins.</param>
/// <param name="Checksum">Its checksum; null if none was sent.</param>
internal sealed record PartHeaders(long Offset, PartChecksum? Checksum);

/// <summary>The headers of tus 1.0.0.</summary>
internal static class UploadHeaders
{
    public const string Version = "1.0.0";

    /// <summary>Media type of a part.</summary>
    public const string Part = "application/offset+octet-stream";

    private const string Extensions = "creation,expiration,checksum,termination";

    /// <summary>Describes what this server speaks, for <c>OPTIONS</c>.</summary>
    public static void Describe(IHeaderDictionary headers, long largest)
    {
        headers["Tus-Resumable"] = Version;
        headers["Tus-Version"] = Version;
        headers["Tus-Extension"] = Extensions;
        headers["Tus-Checksum-Algorithm"] = "sha1,sha256";
        headers["Tus-Max-Size"] = largest.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Refuses another version of the protocol.</summary>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.WrongVersion"/>.</exception>
    public static void EnsureVersion(HttpContext http)
    {
        http.Response.Headers["Tus-Resumable"] = Version;
        if (http.Request.Headers["Tus-Resumable"] is [Version])
            return;
        http.Response.Headers["Tus-Version"] = Version;
        throw UploadErrors.WrongVersion.With("支持的版本：1.0.0");
    }

    /// <summary>The declared length of a new upload.</summary>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.HeaderMalformed"/>.</exception>
    public static long LengthOf(IHeaderDictionary headers) =>
        NumberIn(headers, "Upload-Length") ?? throw UploadErrors.HeaderMalformed.With("Upload-Length 应为非负整数");

    /// <summary>The metadata of a new upload as they were sent; empty if none.</summary>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.MetadataMalformed"/>.</exception>
    public static string MetadataOf(IHeaderDictionary headers)
    {
        var sent = headers["Upload-Metadata"].ToString();
        return sent.Length <= Upload.MetadataMaxLength
            ? sent
            : throw UploadErrors.MetadataMalformed.With($"不超过 {Upload.MetadataMaxLength} 个字符");
    }

    /// <summary>The headers of a part.</summary>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.HeaderMalformed"/>.</exception>
    public static PartHeaders PartOf(IHeaderDictionary headers)
    {
        var offset = NumberIn(headers, "Upload-Offset") ?? throw UploadErrors.HeaderMalformed.With("Upload-Offset 应为非负整数");
        return new(offset, headers["Upload-Checksum"] is { Count: > 0 } sent ? ChecksumOf(sent.ToString()) : null);
    }

    /// <summary>Shows where an upload has come to.</summary>
    public static void Show(IHeaderDictionary headers, UploadState state)
    {
        headers["Tus-Resumable"] = Version;
        headers["Upload-Offset"] = state.Offset.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Length"] = state.Length.ToString(CultureInfo.InvariantCulture);
        headers["Upload-Expires"] = state.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        if (state.StoredAs is { } file)
            headers["Upload-Receipt"] = file.ToString("D");
    }

    private static PartChecksum ChecksumOf(string sent)
    {
        var at = sent.IndexOf(' ', StringComparison.Ordinal);
        HashAlgorithmName? algorithm = (at < 0 ? "" : sent[..at]) switch
        {
            "sha1" => HashAlgorithmName.SHA1,
            "sha256" => HashAlgorithmName.SHA256,
            _ => null,
        };
        if (algorithm is not { } known)
            throw UploadErrors.HeaderMalformed.With("Upload-Checksum 应为 sha1 或者 sha256 加空格和 Base64 值");
        var text = Encoding.ASCII.GetBytes(sent[(at + 1)..]);
        var value = new byte[known == HashAlgorithmName.SHA1 ? 20 : 32];
        var isBase64 =
            Base64.IsValid(text, out var length)
            && length == value.Length
            && Base64.DecodeFromUtf8(text, value, out _, out _) is OperationStatus.Done;
        return isBase64 ? new(known, value) : throw UploadErrors.HeaderMalformed.With("Upload-Checksum 不是该算法的 Base64 值");
    }

    private static long? NumberIn(IHeaderDictionary headers, string name) =>
        headers[name] is [{ } text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Where an upload has come to.</summary>
/// <param name="Offset">How many bytes are safely there. It reaches the length only once the whole file is stored.</param>
/// <param name="Length">Declared size.</param>
/// <param name="ExpiresAt">First instant at which it can no longer be continued.</param>
/// <param name="StoredAs">What it became; null while it is not stored.</param>
internal sealed record UploadState(long Offset, long Length, DateTimeOffset ExpiresAt, Guid? StoredAs);
