using System;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
using WaterNode.Esp32.Adapters;
using WaterNode.Esp32.Boards;
using WaterNode.Station.Display;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;

namespace WaterNode.Esp32
{
    /// <summary>The composition root of the device: opens the board, makes the station, and lets it wake, measure and sleep. All logic is in WaterNode.Station.</summary>
    public static class Program
    {
        /// <summary>After power-on the station stays awake for a technician, s: asleep, nanoff cannot reach it.</summary>
        private const int ServiceSeconds = 120;

        /// <summary>While somebody uses the display, whether they still do is asked this often, ms.</summary>
        private const int AttendedMilliseconds = 1000;

        /// <summary>Pause before the restart after a fault, ms: time for nanoff to get in between.</summary>
        private const int FaultPauseMilliseconds = 60000;

        /// <summary>No waking takes longer, ms: measuring all channels takes about 25 minutes on this board, a command as long again, sending a backlog some more.</summary>
        private const int WakingMillisecondsMax = 60 * 60 * 1000;

        private const int SleepSecondsMin = 5;

        /// <summary>Time to read one message on the display, ms.</summary>
        private const int ReadingMilliseconds = 5000;

        private const int FaultTop = 10, FaultLinesMax = 6;

        private static LittleFlash s_flash;
        private static string s_during = "starting";

        public static void Main()
        {
            try
            {
                // First of all, because everything after it can fail.
                s_flash = new LittleFlash(RevA.FileSystemBytes);
                StationStart start = new StationStart(s_flash, BoardPower.FindStartReason());
                StationConfig config = ConfigOfBoard();
                bool isConfigured = start.TryConfigure(config);
                RevABoard board = new RevABoard();
                Start(board, board.OpenScreen(), start, isConfigured ? config : null);
            }
            catch (Exception fault)
            {
                FaultNote.Keep(s_flash, fault.GetType().FullName, s_during);
                Console.WriteLine("The station stopped and starts again in a minute: " + fault.GetType().FullName + " " + fault.Message);
                Thread.Sleep(FaultPauseMilliseconds);
                Power.RebootDevice();
            }
        }

        /// <param name="config">Null when nobody has told the station what it is.</param>
        private static void Start(RevABoard board, IScreen screen, StationStart start, StationConfig config)
        {
            try
            {
                if (config == null)
                {
                    WaitForTechnician(start, screen, start.Settings.Faults.ToArray());
                }

                StationPorts ports = board.Open(start.Settings.InForce, s_flash, screen);
                DutyCycle cycle = new DutyCycle(ports, config, start);
                if (!cycle.Start() && cycle.Journal.Opening.Problem.Length > 0)
                {
                    WaitForTechnician(start, screen, new string[] { cycle.Journal.Opening.Problem });
                }

                if (ports.Power.StartReason == StartReason.PowerOn)
                {
                    ShowFaults(screen, start.Settings.Faults.ToArray());

                    // Otherwise the display still shows the last measurement.
                    Tell(screen, config.Id, "measuring, " + MeasuringCycle.FastMinutes.ToString() + " minutes");
                }

                WakeForEver(board, ports, cycle, config.StaysConnected);
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
            while (!cycle.WantsRestart)
            {
                int pauseSeconds;
                s_during = "measuring";
                using (RestartAfter(WakingMillisecondsMax))
                {
                    pauseSeconds = cycle.Run().NextWakeSeconds;
                }

                s_during = "resting";
                Rest(board, ports, cycle, staysAwake, pauseSeconds);
            }

            // Settings are read in one place, at the start.
            s_during = "ending";
            using (RestartAfter(WakingMillisecondsMax))
            {
                cycle.End();
            }

            Power.RebootDevice();
        }

        private static StationConfig ConfigOfBoard()
        {
            StationConfig config = StationConfig.Default("");
            config.Board = RevA.Name;
            config.JournalCapacityBytes = RevA.JournalBytes;
            config.EcMicroVoltsPerMicroSiemens = RevA.ConductivityMicroVoltsPerMicroSiemens;
            return config;
        }

        private static void Rest(RevABoard board, StationPorts ports, DutyCycle cycle, bool staysAwake, int seconds)
        {
            long endUpSeconds = ports.Clock.UpSeconds + seconds;
            if (staysAwake)
            {
                ServeUntil(endUpSeconds, ports.Clock, cycle);
                return;
            }

            ServePeople(ports, cycle);
            if (!cycle.WantsRestart)
            {
                SleepDeeply(board, ports, (int)(endUpSeconds - ports.Clock.UpSeconds));
            }
        }

        /// <summary>Stays awake after power-on, for somebody who pressed the button to wake the station, and as long as somebody uses the display.</summary>
        private static void ServePeople(StationPorts ports, DutyCycle cycle)
        {
            bool wasPressed = Sleep.GetWakeupCause() == Sleep.WakeupCause.Ext0;
            if (ports.Power.StartReason == StartReason.PowerOn || wasPressed)
            {
                ServeUntil(ports.Clock.UpSeconds + ServiceSeconds, ports.Clock, cycle);
            }

            // Display and calibration give up by themselves when they are left.
            while (cycle.IsAttended && !cycle.WantsRestart)
            {
                Serve(cycle, AttendedMilliseconds);
            }
        }

        private static void ServeUntil(long endUpSeconds, IClock clock, DutyCycle cycle)
        {
            long left = endUpSeconds - clock.UpSeconds;
            while (left > 0 && !cycle.WantsRestart)
            {
                Serve(cycle, (int)left * 1000);
                left = endUpSeconds - clock.UpSeconds;
            }
        }

        /// <summary>The watchdog is set anew for every call: a technician may calibrate all afternoon, and four commands may each want a measurement.</summary>
        private static void Serve(DutyCycle cycle, int milliseconds)
        {
            using (RestartAfter(WakingMillisecondsMax + milliseconds))
            {
                cycle.Serve(milliseconds);
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

        /// <summary>Without settings there is nothing to measure for, and over another station's readings nothing may be stored: the station says
        /// so and waits for nanoff to bring the right file.</summary>
        private static void WaitForTechnician(StationStart start, IScreen screen, string[] faults)
        {
            // Whoever ends this does it on purpose: six visits are no six failures.
            start.SafeMode.ExpectRestart();
            for (int i = 0; i < faults.Length; i++)
            {
                Console.WriteLine(faults[i]);
            }

            while (true)
            {
                ShowFaults(screen, faults);
            }
        }

        /// <summary>One after the other, each for as long as it takes to read it.</summary>
        private static void ShowFaults(IScreen screen, string[] faults)
        {
            for (int i = 0; i < faults.Length; i++)
            {
                Canvas canvas = new Canvas();
                canvas.Line(0, "WaterNode");
                canvas.TextRight(Canvas.Columns, 0, (i + 1).ToString() + "/" + faults.Length.ToString());
                canvas.Paragraph(0, FaultTop, faults[i], Canvas.LineLetters, FaultLinesMax);
                screen.Show(canvas.Page);
                Thread.Sleep(ReadingMilliseconds);
            }
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
