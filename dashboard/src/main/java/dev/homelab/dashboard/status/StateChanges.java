package dev.homelab.dashboard.status;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.CrudRepository;

interface StateChanges extends CrudRepository<StateChange, Long> {

    List<StateChange> findByOrderBySinceDescIdDesc(Limit limit);
}
