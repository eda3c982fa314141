using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Transparency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>Two processes that want to continue one log.</summary>
public sealed class SequencerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_that_was_paused_with_the_lease_appends_nothing_once_it_wakes()
    {
        await using var api = await ApiFixture.StartAsync();
        await using var replica = await api.StartReplicaAsync();
        await api.ContinueLog();
        var first = api.Services.GetRequiredService<LogSequencer>();
        var second = replica.Services.GetRequiredService<LogSequencer>();
        await api.GivenDecidedCase();
        var token = (await first.TakeLeaseAsync(Ct)).ShouldNotBeNull();
        (await second.RunAsync(Ct)).ShouldBeFalse(); // held elsewhere

        replica.Clock.Advance(LogSequencer.Lease + TimeSpan.FromSeconds(30)); // the first one is paused here, for a minute
        (await second.RunAsync(Ct)).ShouldBeTrue();
        var size = Checkpoint.Of(await replica.ReadCheckpoint())!.Size;
        await api.GivenDecidedCase(decidedAt: CaseSteps.Monday.AddMinutes(1));
        await Should.ThrowAsync<LogSequencer.LogLeaseLostException>(() => first.AppendAsync(token, long.MinValue, Ct)); // it wakes

        Checkpoint.Of(await api.ReadCheckpoint())!.Size.ShouldBe(size);
        (await second.RunAsync(Ct)).ShouldBeTrue();
        Checkpoint.Of(await api.ReadCheckpoint())!.Size.ShouldBe(size + 2); // assessed and decided
        (await api.FindFaults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_that_was_paused_while_it_signed_takes_the_longer_log_of_the_other_for_no_fork()
    {
        await using var api = await ApiFixture.StartAsync();
        await using var replica = await api.StartReplicaAsync();
        await api.ContinueLog();
        await api.GivenDecidedCase();
        var second = replica.Services.GetRequiredService<LogSequencer>();
        var signer = new SignerThatPauses(api.Services.GetRequiredService<ICheckpointSigner>());
        api.Clock.Advance(LogSequencer.Lease + TimeSpan.FromSeconds(1)); // what continued the log till now is gone
        using var first = ActivatorUtilities.CreateInstance<LogSequencer>(api.Services, signer);
        signer.Meanwhile = async () =>
        {
            await api.GivenDecidedCase(decidedAt: CaseSteps.Monday.AddMinutes(1));
            replica.Clock.Advance((LogSequencer.Lease * 2) + TimeSpan.FromSeconds(30));
            (await second.RunAsync(Ct)).ShouldBeTrue();
        };

        (await first.RunAsync(Ct)).ShouldBeFalse();

        signer.Meanwhile.ShouldBeNull();
        api.Services.GetRequiredService<LogGuard>().Why.ShouldBeNull();
        (await api.FindFaults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rotation_of_the_key_takes_the_log_from_the_process_that_appends()
    {
        await using var api = await ApiFixture.StartAsync();
        await api.ContinueLog();
        var sequencer = api.Services.GetRequiredService<LogSequencer>();
        await api.GivenDecidedCase();
        var token = (await sequencer.TakeLeaseAsync(Ct)).ShouldNotBeNull();
        var size = Checkpoint.Of(await api.ReadCheckpoint())!.Size;

        var rotated = await api.SignedInAs("tj-admin").PostJson("admin/log/key-rotations", new { reason = "每年更换" });

        rotated.Status.ShouldBe(200, rotated.Body.ToString());
        rotated["fromSize"].GetInt64().ShouldBe(size + 1);
        await Should.ThrowAsync<LogSequencer.LogLeaseLostException>(() => sequencer.AppendAsync(token, long.MinValue, Ct));
        await api.ContinueLog();
        (await api.FindFaults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_processes_at_once_make_one_tree_with_every_entry_once()
    {
        await using var api = await ApiFixture.StartAsync();
        await using var replica = await api.StartReplicaAsync();
        var sequencers = new[] { api, replica }.Select(p => p.Services.GetRequiredService<LogSequencer>()).ToList();
        using var written = new CancellationTokenSource();
        async Task Continue(LogSequencer sequencer)
        {
            while (!written.IsCancellationRequested)
            {
                await sequencer.RunAsync(Ct);
                await Task.Yield();
            }
        }
        var running = sequencers.ConvertAll(s => Task.Run(() => Continue(s), Ct));
        for (var i = 0; i < 40; i++)
            await (i % 2 == 0 ? api : replica).GivenDecidedCase(decidedAt: CaseSteps.Monday.AddMinutes(i));
        await written.CancelAsync();
        await Task.WhenAll(running);
        replica.Clock.Advance(LogSequencer.Lease + TimeSpan.FromSeconds(1));
        (await sequencers[1].RunAsync(Ct)).ShouldBeTrue();

        await using (api.Inside(out var db))
        {
            var entries = await db.RecordEntries.CountAsync(Ct);
            entries.ShouldBeGreaterThan(40);
            (await db.LogLeaves.CountAsync(Ct)).ShouldBe(entries);
            Checkpoint.Of(await api.ReadCheckpoint())!.Size.ShouldBe(entries);
        }
        (await api.FindFaults()).ShouldBeEmpty();
        api.Services.GetRequiredService<LogGuard>().Why.ShouldBeNull();
        replica.Services.GetRequiredService<LogGuard>().Why.ShouldBeNull();
    }

    /// <summary>Signs after something else has happened, once.</summary>
    private sealed class SignerThatPauses(ICheckpointSigner inner) : ICheckpointSigner
    {
        public Func<Task>? Meanwhile { get; set; }

        public NoteKey KeyOf(string name, int number) => inner.KeyOf(name, number);

        public NoteSignature Sign(SignedNote note, string name, int number)
        {
            var meanwhile = Meanwhile;
            Meanwhile = null;
            meanwhile?.Invoke().GetAwaiter().GetResult();
            return inner.Sign(note, name, number);
        }
    }
}
