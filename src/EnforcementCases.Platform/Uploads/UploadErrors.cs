using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Uploads;

/// <summary>Refusals of uploads in parts (tus 1.0). After each of them the device may try again; where the file itself is refused, nothing of it is left.</summary>
internal static class UploadErrors
{
    public static readonly DomainError NotFound = new("upload.not-found", null, ErrorKind.NotFound, "没有找到该上传");

    public static readonly DomainError WrongVersion = new("upload.wrong-version", null, ErrorKind.Stale, "请求头 Tus-Resumable 应为 1.0.0");

    public static readonly DomainError HeaderMalformed = new(
        "upload.header-malformed",
        null,
        ErrorKind.Malformed,
        "上传的请求头不符合要求"
    );

    public static readonly DomainError MetadataMalformed = new(
        "upload.metadata-malformed",
        null,
        ErrorKind.Malformed,
        "请求头 Upload-Metadata 不符合要求"
    );

    public static readonly DomainError NameWithPath = new("upload.name-with-path", null, ErrorKind.Malformed, "文件名不得含有路径");

    public static readonly DomainError Empty = new("upload.empty", null, ErrorKind.Unacceptable, "空文件不予接收");

    public static readonly DomainError TooLarge = new("upload.too-large", null, ErrorKind.TooLarge, "文件超过可以上传的大小");

    public static readonly DomainError QuotaExceeded = new(
        "upload.quota-exceeded",
        null,
        ErrorKind.TooLarge,
        "尚未完成的上传超过本账号的限额"
    );

    public static readonly DomainError WrongOffset = new("upload.wrong-offset", null, ErrorKind.Conflict, "上传位置与已收到的内容不一致");

    public static readonly DomainError LongerThanDeclared = new(
        "upload.longer-than-declared",
        null,
        ErrorKind.TooLarge,
        "收到的内容超过声明的长度"
    );

    public static readonly DomainError ChecksumDiffers = new(
        "upload.checksum-differs",
        null,
        ErrorKind.ChecksumMismatch,
        "收到的内容与该段的校验值不一致"
    );

    public static readonly DomainError AlreadyStored = new("upload.already-stored", null, ErrorKind.Conflict, "文件已经保存");

    public static readonly DomainError Expired = new("upload.expired", null, ErrorKind.Gone, "上传已经过期");

    public static readonly DomainError HashDiffers = new(
        "upload.hash-differs",
        null,
        ErrorKind.Unacceptable,
        "文件内容与声明的 SHA-256 不一致"
    );

    public static readonly DomainError TypeNotTaken = new("upload.type-not-taken", null, ErrorKind.WrongMediaType, "不接收该类文件");

    public static readonly DomainError TypeDiffers = new(
        "upload.type-differs",
        null,
        ErrorKind.WrongMediaType,
        "文件内容与声明的类型不一致"
    );
}
