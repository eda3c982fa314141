using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Tests.Cases;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Recording;

/// <summary>Which copies fit their original, and what the container of a file contradicts, on the edges.</summary>
public sealed class CaseFileCopyTests
{
    private static readonly DateTimeOffset Taken = AnOnTheSpotCase.Decided;

    [Theory]
    // original, copy, its kind by its content, reason; whether it fits
    [InlineData(null, null, null, null, true)]
    [InlineData(null, CopyKind.Thumbnail, null, null, false)]
    [InlineData(FileKind.Photo, null, null, null, false)]
    [InlineData(FileKind.Photo, CopyKind.Thumbnail, null, null, true)]
    [InlineData(FileKind.Photo, CopyKind.Thumbnail, FileKind.Photo, null, true)]
    [InlineData(FileKind.Photo, CopyKind.Thumbnail, FileKind.Document, null, false)]
    [InlineData(FileKind.Video, CopyKind.Thumbnail, null, null, false)]
    [InlineData(FileKind.Video, CopyKind.Thumbnail, FileKind.Photo, null, false)]
    [InlineData(FileKind.Photo, CopyKind.Redacted, null, null, false)]
    [InlineData(FileKind.Photo, CopyKind.Redacted, null, " ", false)]
    [InlineData(FileKind.Photo, CopyKind.Redacted, null, "遮盖路人面部", true)]
    [InlineData(FileKind.Photo, CopyKind.Redacted, FileKind.Photo, "遮盖路人面部", true)]
    [InlineData(FileKind.Photo, CopyKind.Redacted, FileKind.Video, "遮盖路人面部", false)]
    [InlineData(FileKind.Video, CopyKind.Redacted, FileKind.Video, "遮盖路人面部", true)]
    [InlineData(FileKind.Audio, CopyKind.Redacted, FileKind.Audio, "遮盖证人姓名", true)]
    public void A_copy_fits_its_original(FileKind? original, CopyKind? copy, FileKind? kind, string? reason, bool fits) =>
        new Action(() => CaseFile.EnsureCopyFits(original is { } its ? File(its) : null, copy, reason, kind)).ShouldRefuse(
            !fits,
            CaseFile.CopyUnfit
        );

    [Fact]
    public void A_copy_has_no_copy()
    {
        var copy = File(FileKind.Photo, parent: File(FileKind.Photo));

        new Action(() => CaseFile.EnsureCopyFits(copy, CopyKind.Thumbnail, null, FileKind.Photo)).ShouldRefuse(CaseFile.CopyUnfit);
    }

    [Theory]
    // seconds from the beginning of the recording, which lasts three minutes, to the time that was entered
    [InlineData(-601, FileContradiction.RecordedAfter)]
    [InlineData(-600, null)]
    [InlineData(0, null)]
    [InlineData(180, null)]
    [InlineData(780, null)]
    [InlineData(781, FileContradiction.RecordedBefore)]
    public void A_recording_contradicts_a_time_more_than_ten_minutes_outside_of_it(int seconds, FileContradiction? found)
    {
        var film = File(FileKind.Video, recordedAt: Taken, durationMs: 180_000);

        FileContradictions.Of(film, [Taken.AddSeconds(seconds)]).ShouldBe(found is { } one ? [one] : []);
    }

    [Fact]
    public void Without_a_duration_the_beginning_is_the_end_and_without_a_time_nothing_is_contradicted()
    {
        FileContradictions
            .Of(File(FileKind.Photo, recordedAt: Taken), [Taken.AddSeconds(601)])
            .ShouldBe([FileContradiction.RecordedBefore]);
        FileContradictions.Of(File(FileKind.Photo, recordedAt: Taken), [Taken.AddSeconds(600)]).ShouldBeEmpty();
        FileContradictions.Of(File(FileKind.Photo), [Taken.AddYears(1)]).ShouldBeEmpty();
        FileContradictions.Of(File(FileKind.Photo, recordedAt: Taken), []).ShouldBeEmpty();
    }

    [Fact]
    public void Each_contradiction_is_shown_once_whatever_number_of_items_name_the_file() =>
        FileContradictions
            .Of(File(FileKind.Photo, recordedAt: Taken), [Taken.AddDays(1), Taken.AddDays(2), Taken.AddDays(-1)])
            .ShouldBe([FileContradiction.RecordedBefore, FileContradiction.RecordedAfter]);

    private static CaseFile File(FileKind kind, DateTimeOffset? recordedAt = null, long? durationMs = null, CaseFile? parent = null) =>
        CaseFile.Receive(
            AnOnTheSpotCase.Decide(),
            new()
            {
                Id = Guid.NewGuid(),
                Sha256 = new('a', 64),
                Bytes = 1,
                Content = new("x/y", kind, DurationMs: durationMs, RecordedAt: recordedAt),
                Name = "文件",
                PersonId = Guid.NewGuid(),
                At = Taken,
                Parent = parent,
                Copy = parent is null ? null : CopyKind.Thumbnail,
            }
        );
}
