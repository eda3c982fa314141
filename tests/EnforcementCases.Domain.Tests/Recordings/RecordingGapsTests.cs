using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Recordings;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Recordings;

/// <summary>Which recordings an act lacks, by the matrix in force on its day. 国办发〔2018〕118号 三.</summary>
public sealed class RecordingGapsTests
{
    private static readonly DateTimeOffset Nine = new(2024, 5, 6, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly MatrixInForce Matrix = new(
        new(
            1,
            new(2021, 7, 15),
            [
                Row(RecordedAct.SceneInspection, video: RecordingDuty.Mandatory),
                Row(RecordedAct.Inquiry, audio: RecordingDuty.Mandatory),
                Row(RecordedAct.EvidenceTaking, photo: RecordingDuty.Mandatory),
                Row(RecordedAct.Hearing),
                Row(RecordedAct.DirectService),
            ]
        ),
        [RecordedAct.Hearing]
    );

    /// <summary>Film from minute to minute after nine; the act lasts from minute 0 to minute 60.</summary>
    [Theory, Rule("REC-118-1")]
    [InlineData("0-60", "")]
    [InlineData("1-59", "")] // a minute is within the slack
    [InlineData("2-60", "0-2")]
    [InlineData("0-58", "58-60")]
    [InlineData("0-20 30-60", "20-30")]
    [InlineData("30-60 0-20", "20-30")] // whatever their order
    [InlineData("0-20 21-60", "")]
    [InlineData("0-40 10-20 40-60", "")] // one within another
    [InlineData("-30--10", "0-60")] // before the act
    [InlineData("70-90", "0-60")] // after it
    [InlineData("-5-65", "")]
    [InlineData("2-10 20-50", "0-2 10-20 50-60")]
    public void A_film_covers_the_act_from_its_beginning_to_its_end(string films, string holes)
    {
        var act = Act(RecordedAct.SceneInspection, [.. Spans(films).Select((s, i) => Film(s.From, s.To, device: $"{i}"))]);

        var gaps = Gaps(act);

        gaps.ShouldAllBe(g => g.Kind == RecordingGapKind.NotCovered && g.Medium == FileKind.Video);
        gaps.Select(g => $"{(g.From - Nine)!.Value.TotalMinutes}-{(g.To - Nine)!.Value.TotalMinutes}")
            .ShouldBe(holes.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory, Rule("REC-118-1"), Rule("REC-118-2")]
    [InlineData(RecordedAct.SceneInspection, FileKind.Video)]
    [InlineData(RecordedAct.Inquiry, FileKind.Audio)]
    [InlineData(RecordedAct.EvidenceTaking, FileKind.Photo)]
    [InlineData(RecordedAct.Hearing, FileKind.Video)] // the place made it mandatory
    [InlineData(RecordedAct.DirectService, null)]
    [InlineData(RecordedAct.Decision, null)] // not in the matrix
    public void A_mandatory_medium_without_a_file_is_a_gap(RecordedAct act, FileKind? lacking) =>
        Gaps(Act(act, [])).Select(g => (FileKind?)g.Medium).ShouldBe(lacking is null ? [] : [lacking]);

    [Fact, Rule("REC-118-1")]
    public void A_file_of_another_medium_does_not_take_its_place() =>
        Gaps(Act(RecordedAct.SceneInspection, [Photo()])).ShouldHaveSingleItem().Kind.ShouldBe(RecordingGapKind.Missing);

    [Fact, Rule("REC-118-3")]
    public void A_recording_that_has_not_arrived_is_named_and_a_paper_does_not_hide_what_is_missing()
    {
        var film = new FileOfAct("f", IsRecording: true, null, null, null, null, null);

        var gap = Gaps(Act(RecordedAct.SceneInspection, [film])).ShouldHaveSingleItem();
        (gap.Kind, gap.Sha256).ShouldBe((RecordingGapKind.NotArrived, "f"));

        Gaps(Act(RecordedAct.SceneInspection, [film with { IsRecording = false }]))
            .ShouldHaveSingleItem()
            .Kind.ShouldBe(RecordingGapKind.Missing);
    }

    [Fact, Rule("REC-118-1")]
    public void A_film_without_times_is_in_doubt_only_where_the_others_leave_a_hole()
    {
        var unknown = Film(0, 0) with { From = null, To = null };

        Gaps(Act(RecordedAct.SceneInspection, [unknown, Film(0, 60)])).ShouldBeEmpty();
        Gaps(Act(RecordedAct.SceneInspection, [unknown, Film(0, 30)])).ShouldHaveSingleItem().Kind.ShouldBe(RecordingGapKind.SpanUnknown);
        Gaps(Act(RecordedAct.SceneInspection, [unknown]) with { StartedAt = null }).ShouldBeEmpty("no span is asked for");
    }

    /// <summary>An act whose beginning is not recorded: its film is of its day, if only in part.</summary>
    [Theory, Rule("REC-118-1")]
    [InlineData(-1, -1, true)]
    [InlineData(1, 1, true)]
    [InlineData(-1, 0, false)] // it runs past midnight
    [InlineData(0, 0, false)]
    public void A_film_of_another_day_is_no_recording_of_the_act(int fromDay, int toDay, bool gap)
    {
        var film = Film(0, 60) with { From = Nine.AddDays(fromDay), To = Nine.AddDays(toDay).AddMinutes(60) };

        Gaps(Act(RecordedAct.Hearing, [film]) with { StartedAt = null })
            .Select(g => g.Kind)
            .ShouldBe(gap ? [RecordingGapKind.OtherDay] : []);
    }

    [Fact, Rule("REC-118-3")]
    public void A_photo_that_is_neither_a_recording_nor_asked_for_is_never_late()
    {
        var late = Photo() with { IsRecording = false, ReceivedAt = Nine.AddDays(30) };

        Gaps(Act(RecordedAct.DirectService, [late])).ShouldBeEmpty();
        Gaps(Act(RecordedAct.EvidenceTaking, [late])).ShouldHaveSingleItem().Kind.ShouldBe(RecordingGapKind.UploadedLate);
    }

    [Theory, Rule("REC-118-3")]
    [InlineData("A", "A", 31, false)] // a minute
    [InlineData("A", "A", 32, true)]
    [InlineData("A", "B", 40, false)] // two cameras
    [InlineData(null, null, 40, false)]
    public void Films_of_one_device_do_not_overlap(string? first, string? second, int until, bool overlap)
    {
        var gaps = Gaps(Act(RecordedAct.SceneInspection, [Film(0, until, first), Film(30, 60, second)]));

        gaps.Select(g => (g.Kind, g.From, g.To))
            .ShouldBe(overlap ? [(RecordingGapKind.Overlapping, Nine.AddMinutes(30), Nine.AddMinutes(until))] : []);
    }

    [Theory, Rule("REC-118-3")]
    [InlineData("2024-05-07T23:59:59+08:00", false)]
    [InlineData("2024-05-08T00:00:00+08:00", true)]
    public void A_recording_arrives_by_the_last_day(string receivedAt, bool late)
    {
        var at = DateTimeOffset.Parse(receivedAt, System.Globalization.CultureInfo.InvariantCulture);

        Gaps(Act(RecordedAct.DirectService, [Photo() with { ReceivedAt = at }])).Count.ShouldBe(late ? 1 : 0);
        Gaps(Act(RecordedAct.DirectService, [Photo() with { ReceivedAt = at, Kind = FileKind.Document }])).ShouldBeEmpty();
    }

    [Fact, Rule("REC-118-2")]
    public void The_matrix_of_the_day_of_the_act_applies_and_before_the_first_there_is_no_gap()
    {
        var (act, first) = (Act(RecordedAct.SceneInspection, []), new DateOnly(2024, 5, 7));
        MatrixInForce? From(DateOnly day) => day >= first ? Matrix : null;

        RecordingGaps.Of([act, act with { DoneAt = act.DoneAt.AddDays(1), Place = 2 }], From, UploadBy).Select(g => g.Place).ShouldBe([2]);
        MatrixVersion[] versions = [Matrix.Version, new(2, new(2025, 1, 1), [])];
        MatrixVersion.On(versions, new(2021, 7, 14)).ShouldBeNull();
        MatrixVersion.On(versions, new(2021, 7, 15))!.Number.ShouldBe(1);
        MatrixVersion.On(versions, new(2024, 12, 31))!.Number.ShouldBe(1);
        MatrixVersion.On(versions, new(2025, 1, 1))!.Number.ShouldBe(2);
    }

    /// <summary>A month of 31 days with eight acts a day; every third day and act has one of the faults, the others none.</summary>
    [Fact, Rule("REC-118-1"), Rule("REC-118-2"), Rule("REC-118-3")]
    public void All_planted_gaps_of_a_month_are_reported_and_nothing_else()
    {
        var (acts, planted) = (new List<ActToRecord>(), new List<(int Place, RecordingGapKind Kind)>());
        for (var place = 1; place <= 31 * 8; place++)
        {
            var start = Nine.AddDays((place - 1) / 8);
            FileOfAct Piece(int from, int to) =>
                Film(from, to, "A") with
                {
                    From = start.AddMinutes(from),
                    To = start.AddMinutes(to),
                    ReceivedAt = start.AddHours(2),
                };
            RecordingGapKind? fault = place % 5 == 0 ? (RecordingGapKind)(place / 5 % 7) : null;
            FileOfAct[] files = fault is not { } planned
                ? [Piece(0, 30), Piece(30, 60)]
                : planned switch
                {
                    RecordingGapKind.Missing => [],
                    RecordingGapKind.NotArrived => [Piece(0, 0) with { Kind = null, From = null, To = null, ReceivedAt = null }],
                    RecordingGapKind.SpanUnknown => [Piece(0, 60) with { From = null, To = null }],
                    RecordingGapKind.NotCovered => [Piece(0, 20), Piece(40, 60)],
                    RecordingGapKind.OtherDay => [Piece(0, 60) with { From = start.AddDays(-1), To = start.AddDays(-1).AddHours(1) }],
                    RecordingGapKind.Overlapping => [Piece(0, 40), Piece(30, 60)],
                    RecordingGapKind.UploadedLate => [Piece(0, 60) with { ReceivedAt = start.AddDays(2) }],
                };
            acts.Add(
                Act(RecordedAct.SceneInspection, files) with
                {
                    Place = place,
                    StartedAt = fault is RecordingGapKind.OtherDay ? null : start,
                    DoneAt = start.AddHours(1),
                }
            );
            if (fault is { } kind)
                planted.Add((place, kind));
        }

        var found = RecordingGaps.Of(acts, _ => Matrix, UploadBy);

        planted.Count.ShouldBeGreaterThanOrEqualTo(30);
        planted.Select(p => p.Kind).Distinct().Count().ShouldBe(Enum.GetValues<RecordingGapKind>().Length);
        found.Select(g => (g.Place, g.Kind)).ShouldBe(planted);
    }

    private static IReadOnlyList<RecordingGap> Gaps(ActToRecord act) => RecordingGaps.Of([act], _ => Matrix, UploadBy);

    private static DateOnly UploadBy(DateOnly day) => day.AddDays(1);

    private static ActToRecord Act(RecordedAct act, IReadOnlyList<FileOfAct> files) =>
        new(CaseAct.RecordScene, 1, act, Nine, Nine.AddHours(1), files);

    private static FileOfAct Film(int from, int to, string? device = "A") =>
        new($"{from}-{to}", IsRecording: true, FileKind.Video, Nine.AddMinutes(from), Nine.AddMinutes(to), device, Nine.AddHours(3));

    private static FileOfAct Photo() => Film(0, 0) with { Kind = FileKind.Photo };

    private static IEnumerable<(int From, int To)> Spans(string text) =>
        text.Split(' ')
            .Select(span => System.Text.RegularExpressions.Regex.Match(span, "^(-?[0-9]+)-(-?[0-9]+)$"))
            .Select(m =>
                (
                    int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
                    int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)
                )
            );

    private static MatrixRow Row(
        RecordedAct act,
        RecordingDuty photo = RecordingDuty.Optional,
        RecordingDuty audio = RecordingDuty.Optional,
        RecordingDuty video = RecordingDuty.Optional
    ) => new(act, RecordingDuty.Mandatory, photo, audio, video, "开始", "结束", PenaltyLaw.At("第四十七条"), Confirmed: true);
}
