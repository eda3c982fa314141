using System.Globalization;
using EnforcementCases.Platform.Web;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

public sealed class StrictTimesTests
{
    [Theory]
    [InlineData("2024-02-29T09:30:00+08:00", "2024-02-29T01:30:00.000Z")]
    [InlineData("2024-02-29T09:30:00Z", "2024-02-29T09:30:00.000Z")]
    [InlineData("2024-03-01T09:30:00.5Z", "2024-03-01T09:30:00.500Z")]
    [InlineData("2024-03-01T09:30:00.123456789Z", "2024-03-01T09:30:00.123Z")] // finer than a millisecond: dropped
    [InlineData("2024-03-01T23:59:59.999+14:00", "2024-03-01T09:59:59.999Z")]
    [InlineData("2024-03-01T00:00:00-12:00", "2024-03-01T12:00:00.000Z")]
    [InlineData("2024-03-01T00:00:00+00:00", "2024-03-01T00:00:00.000Z")]
    [InlineData("1900-01-01T00:00:00Z", "1900-01-01T00:00:00.000Z")]
    public void An_instant_with_its_offset_is_taken(string text, string instant)
    {
        StrictTimes.TryParseInstant(text, out var parsed).ShouldBeTrue();
        parsed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture).ShouldBe(instant);
    }

    [Theory]
    [InlineData("2024-03-01T09:30:00")] // no offset
    [InlineData("2024-03-01")]
    [InlineData("2024-03-01 09:30:00+08:00")]
    [InlineData("2024-03-01T09:30+08:00")] // no seconds
    [InlineData("2024-03-01T09:30:00+0800")]
    [InlineData("2024-03-01T09:30:00+08")]
    [InlineData("2024-03-01T24:00:00+08:00")]
    [InlineData("2024-03-01T23:59:60+08:00")]
    [InlineData("2024-03-01T09:60:00+08:00")]
    [InlineData("2023-02-29T09:30:00+08:00")]
    [InlineData("2024-13-01T09:30:00+08:00")]
    [InlineData("2024-00-01T09:30:00+08:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("1899-12-31T00:00:00Z")]
    [InlineData("2200-01-01T00:00:00Z")]
    [InlineData("2024-03-01T09:30:00+14:01")]
    [InlineData("2024-03-01T09:30:00-12:01")]
    [InlineData("2024-03-01T09:30:00+08:60")]
    [InlineData("2024-03-01T09:30:00-00:00")] // RFC 3339: an unknown offset
    [InlineData("2024-03-01T09:30:00.Z")]
    [InlineData("2024-03-01T09:30:00,5Z")]
    [InlineData("2024-03-01T09:30:00.1234567890Z")]
    [InlineData("2024-03-01T09:30:00Z\n")]
    [InlineData(" 2024-03-01T09:30:00Z")]
    [InlineData("２０２４-03-01T09:30:00Z")]
    [InlineData("")]
    public void Anything_else_is_no_instant(string text) => StrictTimes.TryParseInstant(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2199-12-31", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("2024-2-9", false)]
    [InlineData("2024/02/09", false)]
    [InlineData("20240209", false)]
    [InlineData("2024-02-29T00:00:00", false)]
    [InlineData("2024-02-29 ", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void A_date_is_written_in_one_way(string text, bool taken) => StrictTimes.TryParseDate(text, out _).ShouldBe(taken);
}
