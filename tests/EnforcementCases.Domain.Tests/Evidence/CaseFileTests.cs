using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Evidence;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Evidence;

/// <summary>Files of cases: their limits, their day, what a copy must be.</summary>
public sealed class CaseFileTests
{
    private static readonly FileContent Photo = new("image/jpeg", FileKind.Photo, 640, 480);

    [Fact, Rule("REC-118-3")]
    public void Files_are_uploaded_by_the_day_after_the_act_also_on_a_rest_day()
    {
        FilesOfCase.Due(Date("2024-05-13"), Shipped).LastDay.ShouldBe(Date("2024-05-14"));
        FilesOfCase.Due(Date("2024-05-17"), Shipped).LastDay.ShouldBe(Date("2024-05-18"), "a Saturday");
    }

    [Fact]
    public void A_file_may_be_as_large_as_its_kind_and_not_a_byte_larger()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            var content = new FileContent("x/y", kind);
            new Action(() => FileLimits.Ensure(content, FileLimits.MostBytes(kind))).ShouldRefuse(null);
            new Action(() => FileLimits.Ensure(content, FileLimits.MostBytes(kind) + 1)).ShouldRefuse(FileLimits.TooLargeForKind);
        }
        new Action(() => FileLimits.Ensure(Photo with { Width = 20_000 }, 1)).ShouldRefuse(null);
        new Action(() => FileLimits.Ensure(Photo with { Height = 20_001 }, 1)).ShouldRefuse(FileLimits.PictureTooLarge);
    }
}
