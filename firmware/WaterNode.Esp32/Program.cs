using System;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
using WaterNode.Esp32.Adapters;
using WaterNode.Esp32.Boards;
using WaterNode.Station.Display;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;

namespace WaterNode.Esp32
{
    /// <summary>The composition root of the device: opens the board, makes the station, and lets it wake, measure and sleep. All logic is in WaterNode.Station.</summary>
    public static class Program
    {
        private const string StationFilePath = "I:\\station.txt";

        /// <summary>After power-on the station stays awake for a technician, ms: asleep, nanoff cannot reach it.</summary>
        private const int ServiceMilliseconds = 120000;

        /// <summary>While somebody uses the display, whether they still do is asked this often, ms.</summary>
        private const int AttendedMilliseconds = 1000;

        /// <summary>Pause before the restart after a fault, ms: time for nanoff to get in between.</summary>
        private const int FaultPauseMilliseconds = 60000;

        /// <summary>No waking takes longer, ms: measuring all channels takes about 25 minutes on this board, sending a backlog some more.</summary>
        private const int WakingMillisecondsMax = 60 * 60 * 1000;

        private const int SleepSecondsMin = 5;

        private static LittleFlash s_flash;
        private static string s_during = "starting";

        public static void Main()
        {
            try
            {
                // First of all, because everything after it can fail.
                s_flash = new LittleFlash(RevA.FileSystemBytes);
                StateShelf shelf = new StateShelf(s_flash);
                SafeMode safeMode = new SafeMode(shelf, BoardPower.FindStartReason());
                safeMode.Begin();
                RevABoard board = new RevABoard();
                Start(board, board.OpenScreen(), shelf, safeMode);
            }
            catch (Exception fault)
            {
                FaultNote.Keep(s_flash, fault.GetType().FullName, s_during);
                Console.WriteLine("The station stopped and starts again in a minute: " + fault.GetType().FullName + " " + fault.Message);
                Thread.Sleep(FaultPauseMilliseconds);
                Power.RebootDevice();
            }
        }

        private static void Start(RevABoard board, IScreen screen, StateShelf shelf, SafeMode safeMode)
        {
            try
            {
                if (!StationFile.TryRead(new SmallFile(StationFilePath), out StationFile settings, out string complaint))
                {
                    Console.WriteLine("This node has no name and no gateway yet (" + complaint + "). Write station.txt with nanoff --filedeployment, see firmware/README.md.");
                    WaitForTechnician(safeMode, screen, complaint, "see firmware/README");
                }

                StationPorts ports = board.Open(settings, screen);
                DutyCycle cycle = new DutyCycle(ports, ConfigFor(settings), shelf, safeMode);
                if (!cycle.Start() && cycle.Journal.Opening.Problem.Length > 0)
                {
                    Console.WriteLine(cycle.Journal.Opening.Problem);
                    WaitForTechnician(safeMode, screen, "holds unsent readings", cycle.Journal.Opening.OwnerId);
                }

                if (ports.Power.StartReason == StartReason.PowerOn)
                {
                    // Otherwise the display still shows the last measurement.
                    Tell(screen, settings.Id, "measuring, " + MeasuringCycle.FastMinutes.ToString() + " minutes");
                }

                WakeForEver(board, ports, cycle, settings.StaysAwake);
            }
            catch (Exception fault)
            {
                Tell(screen, "fault, restarting", fault.GetType().Name);
                throw;
            }
        }

        /// <summary>Deep sleep ends the program; what comes after it is Main again. The loop turns only in a station that stays awake.</summary>
        private static void WakeForEver(RevABoard board, StationPorts ports, DutyCycle cycle, bool staysAwake)
        {
            while (true)
            {
                int pauseSeconds;
                s_during = "measuring";
                using (RestartAfter(WakingMillisecondsMax))
                {
                    pauseSeconds = cycle.Run().NextWakeSeconds;
                }

                s_during = "resting";
                using (RestartAfter(WakingMillisecondsMax + (pauseSeconds * 1000)))
                {
                    Rest(board, ports, cycle, staysAwake, pauseSeconds);
                }
            }
        }

        private static StationConfig ConfigFor(StationFile settings)
        {
            StationConfig config = StationConfig.Default(settings.Id);
            config.StaysConnected = settings.StaysAwake;
            config.Board = RevA.Name;
            config.JournalCapacityBytes = RevA.JournalBytes;
            config.EcMicroVoltsPerMicroSiemens = RevA.ConductivityMicroVoltsPerMicroSiemens;
            return config;
        }

        private static void Rest(RevABoard board, StationPorts ports, DutyCycle cycle, bool staysAwake, int seconds)
        {
            if (staysAwake)
            {
                cycle.Serve(seconds * 1000);
                return;
            }

            long beganUpSeconds = ports.Clock.UpSeconds;
            ServePeople(cycle, ports.Power.StartReason);
            SleepDeeply(board, ports, seconds - (int)(ports.Clock.UpSeconds - beganUpSeconds));
        }

        /// <summary>Stays awake after power-on, for somebody who pressed the button to wake the station, and as long as somebody uses the display.</summary>
        private static void ServePeople(DutyCycle cycle, StartReason reason)
        {
            bool wasPressed = Sleep.GetWakeupCause() == Sleep.WakeupCause.Ext0;
            if (reason == StartReason.PowerOn || wasPressed)
            {
                cycle.Serve(ServiceMilliseconds);
            }

            // The display gives up by itself when it is left; the watchdog ends what does not.
            while (cycle.IsAttended)
            {
                cycle.Serve(AttendedMilliseconds);
            }
        }

        private static void SleepDeeply(RevABoard board, StationPorts ports, int seconds)
        {
            ports.Link.Disconnect();
            board.SwitchSensorsOff();
            Sleep.EnableWakeupByTimer(TimeSpan.FromSeconds(seconds < SleepSecondsMin ? SleepSecondsMin : seconds));
            board.EnableWakeupByButton();
            Sleep.StartDeepSleep();
        }

        /// <summary>Without a valid station.txt there is nothing to measure for, and over another station's readings nothing may be stored: the
        /// station says so and waits for nanoff to bring the right file.</summary>
        private static void WaitForTechnician(SafeMode safeMode, IScreen screen, string complaint, string more)
        {
            // Whoever ends this does it on purpose: six visits are no six failures.
            safeMode.ExpectRestart();
            Tell(screen, complaint, more);
            Thread.Sleep(Timeout.Infinite);
        }

        /// <summary>Two lines of up to 21 letters for whoever stands before the station.</summary>
        private static void Tell(IScreen screen, string what, string more)
        {
            Canvas canvas = new Canvas();
            canvas.Line(0, "WaterNode");
            canvas.Line(2, what);
            canvas.Line(4, more);
            screen.Show(canvas.Page);
        }

        /// <summary>A call that never returns (a stuck socket) must not silence the station for good.</summary>
        private static Timer RestartAfter(int milliseconds)
        {
            return new Timer(Restart, null, milliseconds, Timeout.Infinite);
        }

        private static void Restart(object state)
        {
            FaultNote.Keep(s_flash, FaultNote.Watchdog, s_during);
            Power.RebootDevice();
        }
    }
}
