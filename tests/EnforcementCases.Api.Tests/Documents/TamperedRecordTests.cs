using System.Text;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Documents;

/// <summary>Somebody changes the record or a stored file behind the program's back: each change is a finding, and none hides another.</summary>
public sealed class TamperedRecordTests(ApiFixture api)
{
    [Theory]
    [InlineData("a secret of another form", "ChangedSecret")]
    [InlineData("a secret moved from another entry", "ChangedSecret")]
    [InlineData("bytes that are no JSON", "ChangedContent")]
    [InlineData("no bytes", "ChangedContent")]
    [InlineData("bytes that are no JSON, with their hash", "Unreadable")]
    [InlineData("an instant that no clock has", "Unreadable")]
    [InlineData("another type", "ChangedColumns")]
    public async Task What_is_changed_is_a_finding_and_the_verification_goes_on_to_the_end(string change, string fault)
    {
        var @case = await api.GivenFiledCase();
        var before = await Verify(@case.Id);
        before["intact"].GetBoolean().ShouldBeTrue();
        before["findings"].GetArrayLength().ShouldBe(0);

        var places = await Tamper(@case.Id, change);

        var after = await Verify(@case.Id);
        after["intact"].GetBoolean().ShouldBeFalse();
        after["entries"].GetInt32().ShouldBe(before["entries"].GetInt32());
        after["findings"]
            .EnumerateArray()
            .Where(f => f.GetProperty("fault").GetString() == fault)
            .Select(f => f.GetProperty("seq").GetInt32())
            .ShouldBe(places, after.Body.ToString());
        after["firstBadSeq"].GetInt32().ShouldBe(places[0]);
        after["fault"].GetString().ShouldBe(fault);
    }

    [Fact]
    public async Task An_entry_whose_bytes_are_no_json_is_not_read_and_the_security_log_names_it()
    {
        var @case = await api.GivenFiledCase();
        await Tamper(@case.Id, "bytes that are no JSON");

        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record")).ShouldBeProblem(409, "stored-content.unreadable");
        (await api.DamageNotified("stored-content.unreadable: 记录")).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("changed", "file.changed")]
    [InlineData("removed", "file.gone")]
    public async Task A_file_that_was_changed_on_disk_is_not_given_out_and_the_security_log_names_it(string change, string code)
    {
        await using var own = await ApiFixture.StartAsync();
        var officer = own.SignedInAs("hg-officer1");
        var @case = await own.GivenDecidedCase();
        var paper = (await officer.GetJson($"cases/{@case.Id}/documents")).Body[0].GetProperty("id").GetGuid();
        var path = $"cases/{@case.Id}/documents/{paper}";
        (await officer.PostJson($"{path}/prints", new { format = "A4" })).Status.ShouldBe(201);
        (await officer.GetJson($"{path}/file?format=A4")).Status.ShouldBe(200);

        var file = Directory.EnumerateFiles(Path.Combine(own.DataDirectory, "files"), "*", SearchOption.AllDirectories).Single();
        if (change == "removed")
            File.Delete(file);
        else
            await File.AppendAllTextAsync(file, "x");

        (await officer.GetJson($"{path}/file?format=A4")).ShouldBeProblem(409, code);
        (await own.DamageNotified(code)).ShouldBe(1);
    }

    [Theory]
    [InlineData("bytes that are no JSON", RecordFault.ChangedContent)]
    [InlineData("the tail cut off", RecordFault.CutTail)]
    public async Task A_start_looks_at_the_heads_of_what_was_written_last(string change, RecordFault fault)
    {
        await using var own = await ApiFixture.StartAsync();
        var @case = await own.GivenFiledCase();
        (await StartCheck(own)).ShouldBe(0);

        await own.Alter(async db =>
        {
            var last = await db.RecordEntries.Where(e => e.ChainId == @case.Id).OrderByDescending(e => e.ChainSeq).FirstAsync();
            if (change == "the tail cut off")
            {
                await db.RecordSecrets.Where(s => s.EntryId == last.Id).ExecuteDeleteAsync();
                await db.RecordEntries.Where(e => e.Id == last.Id).ExecuteDeleteAsync();
            }
            else
            {
                await db
                    .RecordEntries.Where(e => e.Id == last.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(e => e.Canonical, "x"u8.ToArray()));
            }
        });

        (await StartCheck(own)).ShouldBe(1);
        (await own.DamageNotified($"record.{fault}: {@case.Id}")).ShouldBe(1);
    }

    private static async Task<int> StartCheck(ApiFixture api)
    {
        await using var scope = api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Persistence.ReaderScope>().Current = Domain.Access.OrganisationScope.All;
        return await scope.ServiceProvider.GetRequiredService<LastEntries>().CheckAsync(TextWriter.Null, CancellationToken.None);
    }

    private Task<ApiAnswer> Verify(Guid chain) => api.SignedInAs("hg-officer1").GetJson($"cases/{chain}/record/verification");

    /// <summary>Changes two entries; answers with their positions.</summary>
    private async Task<int[]> Tamper(Guid chain, string change)
    {
        int[] places = [];
        await api.Alter(async db =>
        {
            var all = await db.RecordEntries.AsNoTracking().Where(e => e.ChainId == chain).OrderBy(e => e.ChainSeq).ToListAsync();
            var ids = all.ConvertAll(e => e.Id);
            var secrets = await db.RecordSecrets.AsNoTracking().Where(s => ids.Contains(s.EntryId)).ToListAsync();
            var two = change.Contains("secret", StringComparison.Ordinal)
                ? all.Where(e => secrets.Exists(s => s.EntryId == e.Id)).Take(2).ToList()
                : [all[1], all[^1]];
            two.Count.ShouldBe(2);
            places = [.. two.Select(e => e.ChainSeq)];
            var noJson = Encoding.UTF8.GetBytes("no JSON");
            foreach (var entry in two)
            {
                var row = db.RecordEntries.Where(e => e.Id == entry.Id);
                var secret = db.RecordSecrets.Where(s => s.EntryId == entry.Id);
                var other = secrets.Find(s => s.EntryId != entry.Id)?.Payload;
                var hash = RecordEntry.HashOf(entry.PreviousHash, noJson);
                await (
                    change switch
                    {
                        "a secret of another form" => secret.ExecuteUpdateAsync(s => s.SetProperty(x => x.Payload, noJson)),
                        "a secret moved from another entry" => secret.ExecuteUpdateAsync(s => s.SetProperty(x => x.Payload, other)),
                        "bytes that are no JSON" => row.ExecuteUpdateAsync(s => s.SetProperty(x => x.Canonical, noJson)),
                        "no bytes" => row.ExecuteUpdateAsync(s => s.SetProperty(x => x.Canonical, Array.Empty<byte>())),
                        "bytes that are no JSON, with their hash" => row.ExecuteUpdateAsync(s =>
                            s.SetProperty(x => x.Canonical, noJson).SetProperty(x => x.Hash, hash)
                        ),
                        "an instant that no clock has" => db.Database.ExecuteSqlAsync(
                            $"UPDATE record_entries SET claimed_at = {long.MaxValue} WHERE id = {entry.Id}"
                        ),
                        _ => row.ExecuteUpdateAsync(s => s.SetProperty(x => x.Type, "case-closed")),
                    }
                );
            }
        });
        return places;
    }
}
