using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The monitoring device that recorded an item of evidence by itself (电子技术监控设备).</summary>
/// <param name="ReviewReference">Reference of the legal and technical review that the device passed (法制和技术审核); null if it passed none.</param>
/// <param name="SiteReference">Reference of the publication of its place (向社会公布的设置地点); null if it was not published.</param>
/// <param name="ContentReviewed">Whether the organ reviewed this record and found it true, clear, complete and accurate (审核记录内容).</param>
public sealed record MonitoringSource(string? ReviewReference = null, string? SiteReference = null, bool ContentReviewed = false);

/// <summary>Evidence that an electronic monitoring device took (利用电子技术监控设备收集证据). 行政处罚法 第四十一条.</summary>
public static class MonitoringEvidence
{
    /// <summary>The device was not reviewed, or its place was not published.</summary>
    public static readonly DomainError DeviceNotReviewed = new(
        "monitoring-evidence.device-not-reviewed",
        "APL-41",
        ErrorKind.RuleBroken,
        "电子技术监控设备应当经过法制和技术审核，设置地点应当向社会公布",
        PenaltyLaw.At("第四十一条第一款")
    );

    /// <summary>Nobody reviewed what the device recorded.</summary>
    public static readonly DomainError ContentNotReviewed = new(
        "monitoring-evidence.content-not-reviewed",
        "APL-41",
        ErrorKind.RuleBroken,
        "电子技术监控设备的记录内容未经审核或者经审核不符合要求的，不得作为行政处罚的证据",
        PenaltyLaw.At("第四十一条第二款")
    );

    /// <summary>Refuses an item of a device that was not reviewed or not published, and one whose content nobody reviewed.</summary>
    /// <exception cref="DomainException"><see cref="DeviceNotReviewed"/> or <see cref="ContentNotReviewed"/>.</exception>
    public static void EnsureAllowed(MonitoringSource source)
    {
        var missing = Obstacles.NotGiven(
            ("设备审核编号", source.ReviewReference.IsGiven()),
            ("已公布的设置地点编号", source.SiteReference.IsGiven())
        );
        if (missing.Count > 0)
            throw DeviceNotReviewed.With($"缺少：{string.Join('、', missing)}");
        if (!source.ContentReviewed)
            throw ContentNotReviewed.With("记录内容尚未审核");
    }
}
