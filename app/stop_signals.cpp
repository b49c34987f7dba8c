// SPDX-License-Identifier: EUPL-1.2
#include "app/stop_signals.h"

#include <semaphore.h>

#include <csignal>
#include <string>

#include "core/log.h"

namespace app {

namespace {

// Posted by a signal, whichever thread it reaches: a mask would have to be set before the first
// thread is made, and a library (libvips) may keep threads of its own from before.
sem_t asked_to_stop;
volatile std::sig_atomic_t signal_taken = 0;

void ask_to_stop(int signal)
{
    signal_taken = signal;
    sem_post(&asked_to_stop);
}

} // namespace

StopSignals::StopSignals()
{
    sem_init(&asked_to_stop, 0, 0);
    struct sigaction action {};
    action.sa_handler = ask_to_stop;
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    // A file that may not grow is a refusal to answer (503), not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
}

void StopSignals::wait() const
{
    while (sem_wait(&asked_to_stop) != 0) {
    }
    core::log(core::Level::info, "stopping", {{"signal", std::to_string(signal_taken)}});
}

} // namespace app
